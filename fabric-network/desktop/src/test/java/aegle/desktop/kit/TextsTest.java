// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.desktop.testkit.Bundles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-03T09:40:00Z"), ZoneId.of("Europe/Berlin"));

    private final Messages english = Messages.load(Locale.UK);

    @Test
    void english_and_german_have_the_same_sound_texts() {
        assertEquals(List.of(), Bundles.problems("aegle.desktop.texts", Locale.GERMAN));
    }

    @Test
    void a_missing_key_is_an_error() {
        assertThrows(AssertionError.class, () -> english.text("no.such.key"));
    }

    @Test
    void a_language_without_texts_reads_english() {
        assertEquals("Lock", Messages.load(Locale.JAPAN).text("kit.lock"));
        assertEquals("Sperren", Messages.load(Locale.GERMANY).text("kit.lock"));
    }

    @Test
    void plurals_are_words() {
        assertEquals(
                "It would take about one day to guess this. One more word makes it safe.",
                english.text("create.strength.days", 1L));
        assertEquals(
                "It would take about 20 days to guess this. One more word makes it safe.",
                english.text("create.strength.days", 20L));
    }

    @Test
    void dates_and_amounts_are_written_as_the_user_writes_them() {
        Dates dates = new Dates(english, CLOCK);
        Dates german = new Dates(Messages.load(Locale.GERMANY), CLOCK);

        assertEquals("today, 11:40", dates.when(CLOCK.instant()));
        assertEquals("gestern, 11:40", german.when(CLOCK.instant().minusSeconds(86_400)));
        assertEquals("30 June 2026", dates.date(LocalDate.of(2026, 6, 30)));
        assertEquals("30. Juni 2026", german.date(LocalDate.of(2026, 6, 30)));
        assertEquals("1,5 MB von 3 MB", german.amountOf(new Progress(1_500_000, 3_000_000)));
        assertEquals("1 MB", dates.bytes(999_990));
        assertEquals("999 B", dates.bytes(999));
        assertEquals(Instant.parse("2026-06-30T22:00:00Z"), dates.endOf(LocalDate.of(2026, 6, 30)));
    }
}
