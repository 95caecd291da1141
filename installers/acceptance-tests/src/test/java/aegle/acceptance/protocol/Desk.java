// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every participant's desk stands on. */
final class Desk {
    private Desk() {}

    static byte[] memoryKey() {
        var key = new byte[32];
        Participants.RANDOM.nextBytes(key);
        return key;
    }

    static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
