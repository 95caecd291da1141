// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.crypto.record.RecordCipher;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
import aegle.sharing.TransferProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodySealingTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void an_outbox_that_cannot_be_written_is_not_said_of_the_file() throws Exception {
        Path file = Files.writeString(folder.resolve("dose.pdf"), "delivered");
        Path nowhere = Files.createSymbolicLink(folder.resolve("outbox"), folder.resolve("a disk that is gone"));

        assertEquals(Reason.NO_ROOM, refusal(nowhere, file));
    }

    @Test
    void a_file_that_cannot_be_read_leaves_nothing_in_the_outbox() throws Exception {
        Path outbox = folder.resolve("outbox");

        assertEquals(Reason.NOT_READABLE, refusal(outbox, folder.resolve("nothing.pdf")));
        assertEquals(Reason.NOT_READABLE, refusal(outbox, folder));
        try (Stream<Path> left = Files.walk(folder).filter(Files::isRegularFile)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static Reason refusal(Path outbox, Path file) {
        var sealing = new BodySealing(new RecordCipher(RANDOM, 2), outbox, RANDOM);
        return assertThrows(DocumentRefusedException.class, () -> sealing.seal(file, TransferProgress.none()))
                .reason();
    }
}
