// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import java.util.regex.Pattern;

/** How long texts inside sealed objects may be, and what a ledger name looks like. */
final class TextBounds {
    private static final Pattern LEDGER_NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private TextBounds() {}

    static void requireLedgerName(String field, String value) {
        if (!LEDGER_NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " is no ledger name");
        }
    }

    static String bounded(String field, String value, int maximum) {
        String normal = JsonObject.normal(value);
        if (normal.length() > maximum) {
            throw new IllegalArgumentException(field + " has more than " + maximum + " characters");
        }
        return normal;
    }
}
