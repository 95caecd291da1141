// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.pseudonym;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What identifies the patient [UII_P]: any combination of five fields, at least one. A blank text counts as absent.
 *
 * <p>Personal data: it stays in the wallet and in sealed grants, and {@link #toString()} does not show it.
 */
public record UniquelyIdentifiableInformation(
        Optional<String> socialSecurityNumber,
        Optional<LocalDate> birthDate,
        Optional<String> name,
        Optional<String> address,
        Optional<String> postcode) {
    private static final byte CANONICAL_FORM_VERSION = 1;

    public UniquelyIdentifiableInformation {
        socialSecurityNumber = present(socialSecurityNumber);
        name = present(name);
        address = present(address);
        postcode = present(postcode);
        if (socialSecurityNumber.isEmpty()
                && birthDate.isEmpty()
                && name.isEmpty()
                && address.isEmpty()
                && postcode.isEmpty()) {
            throw new IllegalArgumentException("at least one identifying field is needed");
        }
    }

    /**
     * Returns the bytes that the pseudonym is computed over ({@code docs/pseudonym.md}): a version byte, then each field as
     * tag, length and value, an absent one with length zero. Spelling, case and white space do not matter, other
     * differences do.
     */
    public byte[] canonicalForm() {
        var form = new ByteArrayOutputStream();
        form.write(CANONICAL_FORM_VERSION);
        append(form, 1, socialSecurityNumber);
        append(form, 2, birthDate.map(LocalDate::toString));
        append(form, 3, name);
        append(form, 4, address);
        append(form, 5, postcode);
        return form.toByteArray();
    }

    private static void append(ByteArrayOutputStream form, int tag, Optional<String> field) {
        byte[] value = field.map(UniquelyIdentifiableInformation::canonicalText)
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
        form.write(tag);
        form.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        form.writeBytes(value);
    }

    private static String canonicalText(String text) {
        String upper =
                singleSpaced(Normalizer.normalize(text, Normalizer.Form.NFC)).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper, Normalizer.Form.NFC);
    }

    private static String singleSpaced(String text) {
        var spaced = new StringBuilder();
        boolean pending = false;
        for (int codePoint : text.codePoints().toArray()) {
            if (isWhiteSpace(codePoint)) {
                pending = !spaced.isEmpty();
            } else {
                spaced.append(pending ? " " : "").appendCodePoint(codePoint);
                pending = false;
            }
        }
        return spaced.toString();
    }

    /** Unicode's White_Space property, which is neither of the two definitions in {@link Character}. */
    private static boolean isWhiteSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || (codePoint >= 0x09 && codePoint <= 0x0d) || codePoint == 0x85;
    }

    private static Optional<String> present(Optional<String> text) {
        return text.filter(value -> !canonicalText(value).isEmpty());
    }

    @Override
    public String toString() {
        return "UniquelyIdentifiableInformation[personal]";
    }
}
