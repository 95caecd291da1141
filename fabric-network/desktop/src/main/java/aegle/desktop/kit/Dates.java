// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates, times and amounts as the user writes them. */
public final class Dates {
    private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB"};

    private final Messages messages;
    private final Clock clock;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final Locale locale;

    /** Format in the language of {@code messages} and the zone of {@code clock}. */
    public Dates(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        this.locale = messages.locale();
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    /** "30 June 2026". */
    public String date(LocalDate day) {
        return date.format(day);
    }

    /** The local date of an instant. */
    public String date(Instant instant) {
        return date(instant.atZone(zone()).toLocalDate());
    }

    /** "9:40". */
    public String time(Instant instant) {
        return time.format(instant.atZone(zone()));
    }

    /** "today, 9:40", "yesterday, 9:40", else date and time. */
    public String when(Instant instant) {
        LocalDate day = instant.atZone(zone()).toLocalDate();
        LocalDate today = LocalDate.now(clock);
        if (day.equals(today)) {
            return messages.text("kit.date.today", time(instant));
        }
        if (day.equals(today.minusDays(1))) {
            return messages.text("kit.date.yesterday", time(instant));
        }
        return messages.text("kit.date.other", date(day), time(instant));
    }

    /** The last moment of a day for the user, as an end of a permission: exclusive start of the day after. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(zone()).toInstant();
    }

    /** "1,204". */
    public String number(long amount) {
        return NumberFormat.getIntegerInstance(locale).format(amount);
    }

    /** A size in decimal units, "1.2 MB". */
    public String bytes(long amount) {
        if (amount < 1000) {
            return messages.text("kit.bytes", number(amount), "B");
        }
        double shown = amount / 1000.0;
        int unit = 0;
        while (shown >= 999.95 && unit < BYTE_UNITS.length - 1) {
            shown /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return messages.text("kit.bytes", format.format(shown), BYTE_UNITS[unit]);
    }

    /** "1.2 MB of 3.4 MB". */
    public String amountOf(Progress progress) {
        return messages.text("kit.amount", bytes(progress.done()), bytes(progress.total()));
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
