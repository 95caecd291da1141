// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.MspId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateAttributesTest {
    private static final Optional<MspId> HOSPITAL = Optional.of(new MspId("Hospital1MSP"));

    @Test
    void are_written_as_fabric_ca_does() {
        assertEquals("{\"attrs\":{\"role\":\"patient\"}}", json(new CertificateAttributes(NetworkRole.PATIENT)));
        assertEquals(
                "{\"attrs\":{\"role\":\"officer\",\"hospital\":\"Hospital1MSP\"}}",
                json(new CertificateAttributes(NetworkRole.OFFICER, HOSPITAL)));
    }

    @Test
    void name_a_hospital_for_officers_alone() {
        assertThrows(IllegalArgumentException.class, () -> new CertificateAttributes(NetworkRole.OFFICER));
        assertThrows(IllegalArgumentException.class, () -> new CertificateAttributes(NetworkRole.CLINICIAN, HOSPITAL));
    }

    private static String json(CertificateAttributes attributes) {
        return new String(attributes.toJson(), StandardCharsets.UTF_8);
    }
}
