// SPDX-License-Identifier: Apache-2.0

package aegle.record.member;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProfessionalDataTest {
    private static final String RADIATION_ONCOLOGY = "2085R0001X";

    @Test
    void an_npi_has_ten_digits_and_a_check_digit() {
        assertTrue(ProfessionalData.isNpi("1234567893"));
        assertTrue(ProfessionalData.isNpi("2345123675"));
        assertFalse(ProfessionalData.isNpi("1234567890"));
        assertFalse(ProfessionalData.isNpi("19941339108"));
        assertFalse(ProfessionalData.isNpi("3345123675"));
        assertFalse(ProfessionalData.isNpi("12345678a3"));
    }

    @Test
    void what_the_directory_would_show_is_checked() {
        assertThrows(IllegalArgumentException.class, () -> new ProfessionalData(" ", "1234567893", RADIATION_ONCOLOGY));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProfessionalData("Dr. Maya Chen", "1234567890", RADIATION_ONCOLOGY));
        assertThrows(
                IllegalArgumentException.class, () -> new ProfessionalData("Dr. Maya Chen", "1234567893", "oncology"));
    }

    @Test
    void a_name_cannot_forge_lines_or_turn_their_order() {
        for (String odd : new String[] {"\n", "\r", "\u0000", "\u2028", "\u202E", "\u2067"}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ProfessionalData("Dr. Maya" + odd + "Chen", "1234567893", RADIATION_ONCOLOGY));
        }
        assertDoesNotThrow(() -> new ProfessionalData("Dr. María-José O’Neil", "1234567893", RADIATION_ONCOLOGY));
    }
}
