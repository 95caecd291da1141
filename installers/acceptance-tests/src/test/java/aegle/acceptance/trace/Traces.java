// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.trace;

import aegle.acceptance.trace.Needles.Needle;
import aegle.acceptance.trace.Needles.Range;
import aegle.record.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words, and every 32-byte window of some contents, that must lie nowhere: in clear or dressed as UTF-16, base64 or hex. Words are
 * looked for in paths, too. Windows that say nothing, like a line of zeros, do not count.
 *
 * <p>Speed: some 200 MB a second, however much is looked for.
 */
public final class Traces {
    private static final int WINDOW = 32;
    private static final int WORD_ANCHOR = 5;
    private static final int WINDOW_ANCHOR = 8;

    /** Each window has a whole anchor within. */
    private static final int BETWEEN_ANCHORS = WINDOW - WINDOW_ANCHOR;

    /** Fewer different bytes in an anchor are found in anything. */
    private static final int DIFFERENT = 4;

    private static final int OVERLAP = 1024;

    private final Needles whole = new Needles(WORD_ANCHOR);
    private final Needles parts = new Needles(WINDOW_ANCHOR);
    private final Map<Integer, BitSet> common = new HashMap<>();
    private int needles;

    /** Look for words, and for parts of contents, which come with what they are called. */
    public Traces(List<Word> words, Map<String, byte[]> contents) {
        for (Dress dress : Dress.values()) {
            words.forEach(word -> addWord(word, dress));
            contents.forEach((name, content) -> addContent(name, content, dress));
        }
    }

    private void addWord(Word word, Dress dress) {
        for (byte[] look : dress.looks(word.bytes())) {
            whole.add(new Needle(word.name() + " as " + dress, needles++, look, look.length), 0);
        }
    }

    private void addContent(String name, byte[] content, Dress dress) {
        int enough = dress.looks(Arrays.copyOf(content, WINDOW)).getLast().length;
        for (byte[] look : dress.looks(content)) {
            var needle = new Needle("part of " + name + " as " + dress, needles++, look, enough);
            for (int at = 0; at + WINDOW_ANCHOR <= look.length; at += BETWEEN_ANCHORS) {
                if (saysSomething(look, at)) {
                    parts.add(needle, at);
                }
            }
        }
    }

    private static boolean saysSomething(byte[] bytes, int at) {
        var seen = new BitSet();
        for (int i = at; i < at + WINDOW_ANCHOR; i++) {
            seen.set(bytes[i] & 0xff);
        }
        return seen.cardinality() >= DIFFERENT;
    }

    /** From now on, what lies in this file, too, is no trace: it was there before there was anything to be traced. */
    public void passOver(Path control) throws IOException {
        Haystack.read(
                control,
                OVERLAP,
                (piece, length) -> parts.lookThrough(
                        piece,
                        length,
                        (needle, range) -> common.computeIfAbsent(needle.number(), _ -> new BitSet())
                                .set(range.from(), lastWindow(needle, range))));
    }

    /** The traces in all files of a folder, each as path and what was found. The folder may be in use. */
    public List<String> in(Path folder) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : files(folder)) {
            byte[] path = folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
            whole.lookThrough(path, path.length, (needle, _) -> found.add(file + ": path has " + needle.name()));
            inFile(file).forEach(trace -> found.add(file + ": " + trace));
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** The traces in one file; none in one that has just been removed. */
    public SortedSet<String> inFile(Path file) throws IOException {
        var found = new TreeSet<String>();
        try {
            Haystack.read(file, OVERLAP, (piece, length) -> {
                whole.lookThrough(piece, length, (needle, _) -> found.add(needle.name()));
                parts.lookThrough(piece, length, (needle, range) -> {
                    if (isUncommon(needle, range)) {
                        found.add(needle.name());
                    }
                });
            });
        } catch (NoSuchFileException e) {
            return found;
        }
        return found;
    }

    private boolean isUncommon(Needle needle, Range range) {
        BitSet known = common.getOrDefault(needle.number(), new BitSet());
        return known.nextClearBit(range.from()) < lastWindow(needle, range);
    }

    /** Behind the place where the last window begins. */
    private static int lastWindow(Needle needle, Range range) {
        return range.to() - needle.enough() + 1;
    }

    /**
     * Bytes that must lie nowhere.
     *
     * @param name what they are called when they are found
     * @param value at least five
     */
    public record Word(String name, Bytes value) {
        public static Word of(String text) {
            return new Word(text, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        }

        byte[] bytes() {
            return value.toByteArray();
        }
    }
}
