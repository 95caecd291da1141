// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aegle.clinician.testdata.Patients;
import aegle.clinician.testdata.Screens;
import aegle.desktop.kit.Messages;
import aegle.desktop.testkit.Bundles;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Messages english = Messages.load(Locale.UK, Screens.TEXTS);
    private final Messages german = Messages.load(Locale.GERMANY, Screens.TEXTS);

    @Test
    void english_and_german_have_the_same_sound_texts() {
        assertEquals(List.of(), Bundles.problems(Screens.TEXTS, Locale.GERMAN));
    }

    @Test
    void every_refusal_of_the_ledger_has_a_sentence_and_an_advice_in_both_languages() {
        for (Messages messages : List.of(english, german)) {
            for (LedgerErrorCode code : LedgerErrorCode.values()) {
                Explanation why = new Failures(messages).refused(code);
                assertFalse(why.sentence().isBlank() || why.toDo().isBlank(), code.name());
                assertEquals(code.name(), why.quote().orElseThrow());
            }
            for (DocumentRefusedException.Reason reason : DocumentRefusedException.Reason.values()) {
                assertFalse(new Failures(messages).refusal(reason).isBlank());
            }
        }
    }

    @Test
    void a_failed_check_offers_nothing_to_click_through() {
        Explanation why = new Failures(english).explain(new RecordIntegrityException(IntegrityCheck.COMMITMENT));

        assertEquals(Explanation.Remedy.NONE, why.remedy());
        assertEquals("COMMITMENT", why.quote().orElseThrow());
    }

    @Test
    void a_permission_reads_as_a_sentence_and_ends_on_its_last_day() {
        var all = Patients.maja().permissions().getFirst();
        var some = Patients.permission(
                Patients.maja().id(), Set.of(Right.READ), Set.of(DocumentCategory.LABORATORY_RESULTS));

        assertEquals(
                "You may read and add to everything until 30 June 2026.",
                Screens.wording(english).allowance(all));
        assertEquals(
                "You may read laboratory results until 30 June 2026.",
                Screens.wording(english).allowance(some));
        assertEquals(
                "Sie dürfen Laborbefunde bis 30. Juni 2026 lesen.",
                Screens.wording(german).allowance(some));
    }
}
