// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of any size, read piece by piece, so that nothing is missed where two pieces meet. */
final class Haystack {
    private static final int PIECE = 1 << 24;

    private Haystack() {}

    /** Shows each piece and how many bytes of it count. Any {@code overlap} bytes in a row lie whole in some piece. */
    static void read(Path file, int overlap, Look look) throws IOException {
        var piece = new byte[(int) Math.min(PIECE, Files.size(file)) + overlap];
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            int read = in.readNBytes(piece, 0, piece.length);
            while (read > 0) {
                int length = kept + read;
                look.at(piece, length);
                kept = Math.min(overlap, length);
                System.arraycopy(piece, length - kept, piece, 0, kept);
                read = in.readNBytes(piece, kept, piece.length - kept);
            }
        }
    }

    /** Looks at a piece. */
    @FunctionalInterface
    interface Look {
        void at(byte[] piece, int length);
    }
}
