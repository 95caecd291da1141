// SPDX-License-Identifier: Apache-2.0
package aegle.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import aegle.client.local.SealedStoreException;
import aegle.desktop.kit.Messages;
import aegle.desktop.testkit.Bundles;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.desktop.unlock.MemoryUnusableException.Reason;
import aegle.record.MspId;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;
import aegle.record.member.Specialty;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.trial.TrialClinician;
import aegle.wallet.trial.TrialNetwork;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-16T08:30:00Z"), ZoneOffset.UTC);

    @Test
    void every_specialty_that_a_clinician_can_choose_has_a_name() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var texts = new WalletTexts(Messages.load(locale, "aegle.wallet.texts"), CLOCK, MspId::value);
            TrialNetwork network = new TrialNetwork(CLOCK);
            Member chen =
                    TrialClinician.chen(network, CLOCK, new SecureRandom()).member();
            for (Specialty specialty : Specialty.values()) {
                var data = new ProfessionalData("Dr. Mei Chen", "1234567893", specialty.taxonomy());
                Member member = new Member(
                        chen.id(),
                        chen.hospital(),
                        chen.key(),
                        chen.encryptionKey(),
                        chen.keyStatement(),
                        data,
                        chen.attestation(),
                        chen.status(),
                        chen.certificate(),
                        chen.version());
                assertNotEquals("Hospital1MSP", texts.work(member), specialty.name());
            }
        }
    }

    @Test
    void every_reason_why_the_memory_cannot_be_used_has_a_sentence() {
        Messages messages = Messages.load(Locale.ENGLISH, "aegle.wallet.texts");
        for (var reason : SealedStoreException.Reason.values()) {
            var said = new MemoryUnusableException(Reason.valueOf(reason.name()), new IllegalStateException());
            assertNotEquals("", said.sentence(messages), reason.name());
        }
    }

    @Test
    void german_says_everything_that_english_says() {
        assertEquals(List.of(), Bundles.problems("aegle.wallet.texts", Locale.GERMAN));
    }
}
