// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.sharing.enrollment.CertificateAttributes;
import aegle.sharing.enrollment.NetworkRole;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a certificate shall say.
 *
 * @param name the common name; says nothing about a patient, is the member's number for a clinician
 */
public record CertificateOrder(String name, CertificateAttributes attributes, ProvenRequest request) {
    private static final int RANDOM_NAME = 16;
    private static final int MAX_NAME = 64;

    public CertificateOrder {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("a certificate's name has 1 to " + MAX_NAME + " characters");
        }
    }

    public static CertificateOrder ofPatient(ProvenRequest request, SecureRandom random) {
        return new CertificateOrder(randomName(random), new CertificateAttributes(NetworkRole.PATIENT), request);
    }

    public static CertificateOrder ofClinician(MemberId member, ProvenRequest request) {
        return new CertificateOrder(member.hex(), new CertificateAttributes(NetworkRole.CLINICIAN), request);
    }

    /** For an officer whom the network was founded with, or whom the officers have voted for. */
    public static CertificateOrder ofOfficer(MspId hospital, ProvenRequest request, SecureRandom random) {
        var attributes = new CertificateAttributes(NetworkRole.OFFICER, Optional.of(hospital));
        return new CertificateOrder(randomName(random), attributes, request);
    }

    /** For a service that asks the ledger in its own name. */
    public static CertificateOrder ofService(String name, ProvenRequest request) {
        return new CertificateOrder(name, new CertificateAttributes(NetworkRole.SERVICE), request);
    }

    CertificateOrder named(String otherName) {
        return new CertificateOrder(otherName, attributes, request);
    }

    private static String randomName(SecureRandom random) {
        var name = new byte[RANDOM_NAME];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }
}
