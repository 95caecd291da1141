// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.pseudonym;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UniquelyIdentifiableInformationTest {
    private static final Optional<LocalDate> NO_DATE = Optional.empty();

    @Test
    void all_five_fields_are_always_there_and_absent_ones_are_empty() {
        var person = of("", "Jo", "", "");

        assertEquals(
                "01" + "0100000000" + "0200000000" + "03000000024a4f" + "0400000000" + "0500000000",
                HexFormat.of().formatHex(person.canonicalForm()));
    }

    @Test
    void a_date_is_written_as_iso() {
        var person = new UniquelyIdentifiableInformation(
                Optional.empty(),
                Optional.of(LocalDate.of(1961, 3, 7)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertEquals(
                "01" + "0100000000" + "020000000a313936312d30332d3037" + "0300000000" + "0400000000" + "0500000000",
                HexFormat.of().formatHex(person.canonicalForm()));
    }

    @Test
    void case_white_space_and_composition_do_not_matter() {
        byte[] plain = of("", "ÄNNE VON MUSTER", "", "").canonicalForm();

        assertArrayEquals(
                plain, of("", " \u00a0Änne\t\u2003von   Muster\u3000\n", "", "").canonicalForm());
        assertArrayEquals(plain, of("", "A\u0308nne von muster", "", "").canonicalForm());
        assertArrayEquals(
                of("", "STRASSE", "", "").canonicalForm(),
                of("", "Straße", "", "").canonicalForm());
    }

    @Test
    void fields_do_not_run_into_each_other() {
        assertNotEquals(
                HexFormat.of().formatHex(of("", "Jo", "Lane 1", "").canonicalForm()),
                HexFormat.of().formatHex(of("", "JoLane 1", "", "").canonicalForm()));
        assertFalse(Arrays.equals(
                of("", "1", "", "").canonicalForm(), of("", "", "1", "").canonicalForm()));
    }

    @Test
    void nothing_at_all_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> of("", " ", "\u3000", "\t"));
    }

    @Test
    void the_text_form_shows_nobody() {
        assertEquals(
                "UniquelyIdentifiableInformation[personal]",
                of("", "Jo", "", "").toString());
    }

    private static UniquelyIdentifiableInformation of(String number, String name, String address, String postcode) {
        return new UniquelyIdentifiableInformation(
                Optional.of(number), NO_DATE, Optional.of(name), Optional.of(address), Optional.of(postcode));
    }
}
