// SPDX-License-Identifier: Apache-2.0

package aegle.record.member;

import aegle.record.PlainText;
import java.util.regex.Pattern;

/**
 * What the directory says about a clinician; public by design.
 *
 * @param npi the ten-digit National Provider Identifier with its check digit (Luhn over 80840 ‖ NPI)
 * @param taxonomy the NUCC taxonomy code, such as 2085R0001X for radiation oncology
 */
public record ProfessionalData(String name, String npi, String taxonomy) {
    private static final Pattern NPI = Pattern.compile("[12][0-9]{9}");
    private static final Pattern TAXONOMY = Pattern.compile("[0-9]{3}[0-9A-Z]{6}X");
    private static final int LUHN_OF_ISSUER_PREFIX = 24;

    public ProfessionalData {
        if (name.isBlank() || name.length() > 100 || !PlainText.isPlain(name)) {
            throw new IllegalArgumentException("a clinician's name has 1 to 100 plain characters");
        }
        if (!isNpi(npi)) {
            throw new IllegalArgumentException("not a National Provider Identifier");
        }
        if (!TAXONOMY.matcher(taxonomy).matches()) {
            throw new IllegalArgumentException("not a NUCC taxonomy code");
        }
    }

    public static boolean isNpi(String npi) {
        return NPI.matcher(npi).matches() && (LUHN_OF_ISSUER_PREFIX + luhnSum(npi)) % 10 == 0;
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum;
    }
}
