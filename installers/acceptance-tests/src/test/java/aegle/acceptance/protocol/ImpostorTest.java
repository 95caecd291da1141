// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.IdentityNotConfirmedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who knows a patient's name, birth date and hospital number opens a record as her: nothing is uploaded to it. */
class ImpostorTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    @Test
    void who_knows_all_about_a_patient_and_has_not_her_words_gets_no_document(@TempDir Path folder) throws Exception {
        try (var participants = Participants.on(folder)) {
            ClinicianDesk chen = participants.mayaChen();
            PatientDesk anna = participants.anna();
            PatientDesk impostor = participants.anna();
            anna.allow(chen.member, Right.READ, Right.WRITE);
            impostor.allow(chen.member, Right.READ, Right.WRITE);
            Path file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered to Anna");
            chen.link(anna);
            chen.upload(anna, file, DOSE);
            var shown = chen.recordOf(impostor);

            assertEquals(chen.recordOf(anna).patient(), shown.patient(), "the two look alike");
            assertNotEquals(
                    anna.keys.linkWords().toString(), impostor.keys.linkWords().toString());
            assertFalse(shown.isIdentityConfirmed());
            assertTrue(chen.recordOf(anna).isIdentityConfirmed());
            assertThrows(IdentityNotConfirmedException.class, () -> chen.upload(impostor, file, DOSE));
            assertThrows(IdentityNotConfirmedException.class, () -> chen.link(shown, anna));
            assertThrows(IdentityNotConfirmedException.class, () -> chen.upload(impostor, file, DOSE));

            assertFalse(chen.recordOf(impostor).isIdentityConfirmed());
            assertEquals(List.of(), chen.upload.pending());
            assertEquals(List.of(), impostor.documents.entries());
            assertEquals(1, anna.documents.entries().size());
        }
    }
}
