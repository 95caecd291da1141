// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a paged list of the ledger to its end. */
public final class Pages {
    /** How many entries are asked for at once. */
    public static final int SIZE = 100;

    private static final int MAX_PAGES = 100_000;

    private Pages() {}

    /**
     * Collect all pages.
     *
     * @param read asks for the page after a bookmark; the first bookmark is empty
     * @throws IllegalStateException if a peer never ends the list
     */
    public static <P, T> List<T> all(PageReader<P> read, Function<P, List<T>> items, Function<P, String> bookmark)
            throws SharingException {
        var collected = new ArrayList<T>();
        String next = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            P answer = read.after(next);
            collected.addAll(items.apply(answer));
            next = bookmark.apply(answer);
            if (next.isEmpty()) {
                return List.copyOf(collected);
            }
        }
        throw new IllegalStateException("a list of the ledger does not end");
    }

    /** Asks the ledger for one page. */
    @FunctionalInterface
    public interface PageReader<P> {
        P after(String bookmark) throws SharingException;
    }
}
