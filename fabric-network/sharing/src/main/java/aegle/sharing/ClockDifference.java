// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How this computer's clock differs from that of whoever has refused a call for it.
 *
 * @param ahead negative if this computer's clock is behind
 */
public record ClockDifference(Duration ahead) {
    private static final String TIME = "([0-9T:.+-]+Z?)";
    /** As the contract, Fabric's peers and the membership's client say it: first this computer's time, then the other. */
    private static final Pattern BOTH_TIMES =
            Pattern.compile("(?:the call says|incorrect timestamp|this computer says) " + TIME
                    + ", (?:this hospital's clock says|peer time|the membership service says) " + TIME);

    private static final int SECONDS = 60;

    /** What a refusal's text tells of it; nothing if what stands there is no time, since a peer may say anything. */
    static Optional<ClockDifference> told(String text) {
        Matcher times = BOTH_TIMES.matcher(text);
        if (!times.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ClockDifference(
                    Duration.between(OffsetDateTime.parse(times.group(2)), OffsetDateTime.parse(times.group(1)))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean isAhead() {
        return !ahead.isNegative();
    }

    /** The amount, rounded, at least 1. */
    public long minutes() {
        return Math.max(1, (ahead.abs().toSeconds() + SECONDS / 2) / SECONDS);
    }
}
