// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that are looked for all at once. Each lies in the index by the few bytes at one or more of its places, its anchors; only where
 * an anchor is met are needle and haystack compared. So the cost hardly depends on how much is looked for.
 */
final class Needles {
    private static final int FILTER_BITS = 24;

    private final int anchor;
    private final long mask;
    private final BitSet filter = new BitSet(1 << FILTER_BITS);
    private final Map<Long, List<Place>> places = new HashMap<>();

    /** @param anchor bytes, at most 8 */
    Needles(int anchor) {
        this.anchor = anchor;
        this.mask = -1L >>> (Long.SIZE - anchor * Byte.SIZE);
    }

    /** Puts a needle into the index by the anchor at one of its places. */
    void add(Needle needle, int at) {
        long here = 0;
        for (int i = at; i < at + anchor; i++) {
            here = next(here, needle.bytes()[i]);
        }
        filter.set(slot(here));
        places.computeIfAbsent(here, _ -> new ArrayList<>()).add(new Place(needle, at));
    }

    /** Looks through a piece for whatever is at least as long as needed. */
    void lookThrough(byte[] piece, int length, Found found) {
        long rolling = 0;
        for (int end = 0; end < length; end++) {
            rolling = next(rolling, piece[end]);
            if (end >= anchor - 1 && filter.get(slot(rolling))) {
                for (Place place : places.getOrDefault(rolling, List.of())) {
                    tell(place, common(place, piece, length, end - anchor + 1), found);
                }
            }
        }
    }

    private static void tell(Place place, Range range, Found found) {
        if (range.length() >= place.needle().enough()) {
            found.hear(place.needle(), range);
        }
    }

    /** How far needle and piece are alike around a place where they meet. */
    private Range common(Place place, byte[] piece, int length, int start) {
        byte[] needle = place.needle().bytes();
        int at = place.at();
        int before = 0;
        while (before < Math.min(at, start) && needle[at - before - 1] == piece[start - before - 1]) {
            before++;
        }
        int after = anchor;
        while (after < Math.min(needle.length - at, length - start) && needle[at + after] == piece[start + after]) {
            after++;
        }
        return new Range(at - before, at + after);
    }

    private long next(long before, byte octet) {
        return ((before << Byte.SIZE) | (octet & 0xffL)) & mask;
    }

    private static int slot(long here) {
        return (int) ((here * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }

    /**
     * What is looked for.
     *
     * @param name what it is called when it is found
     * @param enough so many of its bytes in a row are a trace
     */
    record Needle(String name, int number, Octets octets, int enough) {
        Needle(String name, int number, byte[] bytes, int enough) {
            this(name, number, new Octets(bytes), enough);
        }

        byte[] bytes() {
            return octets.bytes;
        }
    }

    /** Bytes that are compared as one thing, and never copied. */
    private static final class Octets {
        private final byte[] bytes;

        Octets(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** The part of a needle that was found: from its first byte to behind its last. */
    record Range(int from, int to) {
        int length() {
            return to - from;
        }
    }

    /** Hears of a trace. */
    @FunctionalInterface
    interface Found {
        void hear(Needle needle, Range range);
    }

    private record Place(Needle needle, int at) {}
}
