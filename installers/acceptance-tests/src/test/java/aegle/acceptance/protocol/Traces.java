// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words and 32-byte windows of a file that must lie nowhere, in clear or dressed as UTF-16, base64 or hex. Words are looked for in
 * paths, too. One trace is told per file and dress.
 */
final class Traces {
    private static final int WINDOW = 32;
    private static final int ALIGNMENTS = 3;

    /** Fewer letters of base64 are found in any ciphertext. */
    private static final int SHORTEST = 8;

    private final List<byte[]> words;
    private final byte[] source;

    Traces(List<String> words, byte... source) {
        this.words = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.source = source.clone();
    }

    /** Each trace as path, dress and what was found. */
    List<String> in(Path folder) throws IOException {
        var windows = new HashMap<ByteBuffer, Dress>();
        for (Dress dress : Dress.values()) {
            for (byte[] dressed : dress.looks(source)) {
                for (int at = 0; at + WINDOW <= dressed.length; at++) {
                    windows.putIfAbsent(ByteBuffer.wrap(dressed, at, WINDOW), dress);
                }
            }
        }
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] name = folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
                if (words.stream().anyMatch(word -> contains(name, word))) {
                    found.add(file + ": path");
                }
                byte[] content = Files.readAllBytes(file);
                wordIn(content).ifPresent(word -> found.add(file + ": " + word));
                windowIn(content, windows).ifPresent(dress -> found.add(file + ": part of the document as " + dress));
            }
        }
        return found;
    }

    private Optional<String> wordIn(byte[] content) {
        for (Dress dress : Dress.values()) {
            for (byte[] word : words) {
                if (dress.looks(word).stream().anyMatch(look -> contains(content, look))) {
                    return Optional.of(new String(word, StandardCharsets.UTF_8) + " as " + dress);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Dress> windowIn(byte[] content, Map<ByteBuffer, Dress> windows) {
        for (int at = 0; at + WINDOW <= content.length; at++) {
            Dress dress = windows.get(ByteBuffer.wrap(content, at, WINDOW));
            if (dress != null) {
                return Optional.of(dress);
            }
        }
        return Optional.empty();
    }

    private static boolean contains(byte[] content, byte[] word) {
        for (int at = 0; at + word.length <= content.length; at++) {
            int same = 0;
            while (same < word.length && content[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
    }

    /** How bytes may lie in a file. */
    enum Dress {
        PLAIN {
            @Override
            byte[] worn(byte... bytes) {
                return bytes.clone();
            }
        },
        UTF_16_BIG {
            @Override
            byte[] worn(byte... bytes) {
                return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE);
            }
        },
        UTF_16_LITTLE {
            @Override
            byte[] worn(byte... bytes) {
                return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
            }
        },
        BASE64 {
            @Override
            byte[] worn(byte... bytes) {
                return Base64.getEncoder().encode(bytes);
            }

            // by where the bytes begin within three; what depends on the bytes around them is cut off
            @Override
            List<byte[]> looks(byte... bytes) {
                var looks = new ArrayList<byte[]>();
                for (int skipped = 0; skipped < ALIGNMENTS && skipped < bytes.length; skipped++) {
                    int whole = (bytes.length - skipped) / ALIGNMENTS * ALIGNMENTS;
                    byte[] look = worn(Arrays.copyOfRange(bytes, skipped, skipped + whole));
                    if (look.length >= SHORTEST) {
                        looks.add(look);
                    }
                }
                return looks;
            }
        },
        HEX {
            @Override
            byte[] worn(byte... bytes) {
                return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
            }
        };

        abstract byte[] worn(byte... bytes);

        List<byte[]> looks(byte... bytes) {
            return List.of(worn(bytes));
        }
    }
}
