// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
import aegle.sharing.TransferProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was looked at is what is sent, for the look is what keeps another patient's file out. */
class ChangedFileTest {

    @Test
    void a_file_that_was_changed_since_it_was_looked_at_is_not_sent(@TempDir Path folder) throws Exception {
        try (var participants = Participants.on(folder)) {
            var chen = participants.mayaChen();
            var anna = participants.anna();
            anna.allow(chen.member, Right.READ, Right.WRITE);
            chen.link(anna);
            Path file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered to Anna");
            var draft = Drafts.of(file, DocumentCategory.RADIATION_DOSE);

            Files.writeString(file, "what was delivered to somebody else");
            var refusal = assertThrows(
                    DocumentRefusedException.class,
                    () -> chen.upload.upload(chen.recordOf(anna), draft, TransferProgress.none()));

            assertEquals(Reason.CHANGED, refusal.reason());
            assertEquals(List.of(), chen.upload.pending());
            assertEquals(List.of(), anna.documents.entries());
        }
    }
}
