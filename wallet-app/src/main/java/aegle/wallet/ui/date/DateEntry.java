// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.date;

import aegle.wallet.text.WalletTexts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A date as it is typed, in any of the forms that people of this language write, and how it was understood.
 *
 * <p>What was understood is shown with the month's name, so that 3/4 is never taken for the wrong day unnoticed.
 */
public final class DateEntry {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;

    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<LocalDate>> date = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper understood = new ReadOnlyStringWrapper("");
    private final WalletTexts texts;
    private final List<DateTimeFormatter> forms;

    /** Understand dates of the language of {@code texts}. */
    public DateEntry(WalletTexts texts) {
        this.texts = texts;
        Locale locale = texts.messages().locale();
        forms = List.of(
                ISO,
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale),
                DateTimeFormatter.ofPattern(numbers(locale), locale).withResolverStyle(ResolverStyle.STRICT));
        typed.subscribe(text -> {
            Optional<LocalDate> found = parse(text == null ? "" : text.strip());
            date.set(found);
            understood.set(found.map(texts.dates()::date)
                    .filter(words -> !words.equals(text))
                    .orElse(""));
        });
    }

    /** What is typed; writable. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** The date that it means; empty when it means none. */
    public ReadOnlyObjectProperty<Optional<LocalDate>> dateProperty() {
        return date.getReadOnlyProperty();
    }

    /** The date in words; empty when there is none, or when it was typed just so. */
    public ReadOnlyStringProperty understoodProperty() {
        return understood.getReadOnlyProperty();
    }

    /** Write a date. */
    public void set(LocalDate day) {
        typed.set(texts.dates().date(day));
    }

    private Optional<LocalDate> parse(String text) {
        String close = text.replaceAll("\\s*([./])\\s*", "$1");
        return forms.stream()
                .flatMap(form -> Stream.of(text, close).flatMap(tried -> read(tried, form).stream()))
                .findFirst();
    }

    private static Optional<LocalDate> read(String text, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(text, LocalDate::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Day, month and year as numbers, in the order of the country. */
    private static String numbers(Locale locale) {
        String local = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, java.time.chrono.IsoChronology.INSTANCE, locale);
        boolean monthFirst = local.indexOf('M') < local.indexOf('d');
        String separator = local.contains(".") ? "." : "/";
        return monthFirst ? "M" + separator + "d" + separator + "uuuu" : "d" + separator + "M" + separator + "uuuu";
    }
}
