// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.sharing.enrollment.CertificateAttributes;
import aegle.sharing.enrollment.CertificateRequest;
import aegle.sharing.enrollment.NetworkRole;
import java.util.Optional;

/**
 * What a certificate shall say. Fabric CA wants the request to ask for the same name.
 *
 * @param name the common name; says nothing about a patient, is the member's number for a clinician
 */
public record CertificateOrder(String name, CertificateAttributes attributes, ProvenRequest request) {
    private static final int MAX_NAME = 64;

    public CertificateOrder {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("a certificate's name has 1 to " + MAX_NAME + " characters");
        }
    }

    public static CertificateOrder ofPatient(ProvenRequest request) {
        return new CertificateOrder(nameOf(request), new CertificateAttributes(NetworkRole.PATIENT), request);
    }

    public static CertificateOrder ofClinician(MemberId member, ProvenRequest request) {
        return new CertificateOrder(member.hex(), new CertificateAttributes(NetworkRole.CLINICIAN), request);
    }

    /** For an officer whom the network was founded with, or whom the officers have voted for. */
    public static CertificateOrder ofOfficer(MspId hospital, ProvenRequest request) {
        var attributes = new CertificateAttributes(NetworkRole.OFFICER, Optional.of(hospital));
        return new CertificateOrder(nameOf(request), attributes, request);
    }

    /** For a service that asks the ledger in its own name. */
    public static CertificateOrder ofService(String name, ProvenRequest request) {
        return new CertificateOrder(name, new CertificateAttributes(NetworkRole.SERVICE), request);
    }

    CertificateOrder named(String otherName) {
        return new CertificateOrder(otherName, attributes, request);
    }

    /** A name that says no more than the key. */
    private static String nameOf(ProvenRequest request) {
        return CertificateRequest.nameOf(request.key());
    }
}
