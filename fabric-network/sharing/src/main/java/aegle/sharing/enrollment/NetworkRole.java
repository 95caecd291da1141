// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what somebody takes part; an attribute of the certificate, which counts only together with what the ledger says. */
public enum NetworkRole {
    PATIENT,
    CLINICIAN,
    OFFICER,
    /** A service of the network, such as membership itself, that asks the ledger in its own name. */
    SERVICE;

    /** The attribute's value. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NetworkRole> ofAttribute(String attribute) {
        return Arrays.stream(values())
                .filter(role -> role.attribute().equals(attribute))
                .findFirst();
    }
}
