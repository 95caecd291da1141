// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import aegle.desktop.kit.Messages;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * How long a well-equipped thief of the vault file would need to guess a passphrase.
 *
 * <p>The number of guesses comes from zxcvbn (Wheeler, USENIX Security 2016), which knows English words, names and
 * keyboard patterns, but no other language's words. Ten thousand guesses a second are assumed: some hundred graphics
 * cards against the vault's Argon2id, whose cost is at least 64 MiB and three passes. An estimate, no promise.
 *
 * @param seconds the time for half of the guesses needed at most
 */
public record GuessTime(double seconds) {
    private static final Zxcvbn ESTIMATOR = new Zxcvbn();
    private static final double GUESSES_PER_SECOND = 10_000;
    private static final int CHARACTERS_LOOKED_AT = 64;
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;
    private static final double MONTH = 30 * DAY;
    private static final double YEAR = 365 * DAY;

    /** Estimate; takes some milliseconds, the first time half a second, so do it in the background. */
    public static GuessTime of(String passphrase) {
        int looked = Math.min(passphrase.length(), CHARACTERS_LOOKED_AT);
        Strength strength = ESTIMATOR.measure(passphrase.substring(0, looked));
        try {
            return new GuessTime(strength.getGuesses() / GUESSES_PER_SECOND);
        } finally {
            strength.wipe();
        }
    }

    /** Says whether it is long enough to protect keys: a day. */
    public boolean isEnough() {
        return seconds >= DAY;
    }

    /** The time as a part of a bar, on a logarithmic scale that is full at a century. */
    public double fraction() {
        return Math.clamp(Math.log10(Math.max(1, seconds)) / Math.log10(100 * YEAR), 0.02, 1);
    }

    /** The time in words. */
    public String sentence(Messages messages) {
        if (seconds < HOUR) {
            return messages.text("create.strength.minutes");
        }
        if (seconds < DAY) {
            return messages.text("create.strength.hours");
        }
        if (seconds < 2 * MONTH) {
            return messages.text("create.strength.days", (long) (seconds / DAY));
        }
        if (seconds < 2 * YEAR) {
            return messages.text("create.strength.months", (long) (seconds / MONTH));
        }
        if (seconds < 200 * YEAR) {
            return messages.text("create.strength.years", (long) (seconds / YEAR));
        }
        return messages.text("create.strength.centuries");
    }
}
