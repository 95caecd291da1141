// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.desktop.kit.Messages;
import aegle.record.MspId;
import aegle.wallet.text.WalletTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DateEntryTest {
    private static final LocalDate DAY = LocalDate.of(1968, 4, 3);

    @Test
    void a_date_is_understood_as_the_country_writes_it() {
        assertEquals(Optional.of(DAY), typed(Locale.US, "4/3/1968"));
        assertEquals(Optional.of(DAY), typed(Locale.UK, "3/4/1968"));
        assertEquals(Optional.of(DAY), typed(Locale.GERMANY, "3. 4. 1968"));
    }

    @Test
    void a_date_in_words_and_an_iso_date_are_understood_everywhere() {
        assertEquals(Optional.of(DAY), typed(Locale.US, "April 3, 1968"));
        assertEquals(Optional.of(DAY), typed(Locale.GERMANY, "3. April 1968"));
        assertEquals(Optional.of(DAY), typed(Locale.GERMANY, "1968-04-03"));
    }

    @Test
    void what_is_no_date_means_none() {
        assertEquals(Optional.empty(), typed(Locale.US, "4/31/1968"));
        assertEquals(Optional.empty(), typed(Locale.US, "4/3/68"));
        assertEquals(Optional.empty(), typed(Locale.US, ""));
    }

    @Test
    void what_was_understood_names_the_month() {
        DateEntry entry = entry(Locale.US);
        entry.typedProperty().set("4/3/1968");
        assertEquals("April 3, 1968", entry.understoodProperty().get());
    }

    private static Optional<LocalDate> typed(Locale locale, String text) {
        DateEntry entry = entry(locale);
        entry.typedProperty().set(text);
        return entry.dateProperty().get();
    }

    private static DateEntry entry(Locale locale) {
        return new DateEntry(
                new WalletTexts(Messages.load(locale, "aegle.wallet.texts"), Clock.systemUTC(), MspId::value));
    }
}
