// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.contract.Clinic.Clinician;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A contract whose policy permits everything hands a stranger a document: every decision is the policy's. */
class LaxPolicyTest {
    private final Clinic clinic = new Clinic(Network.founded(new PermissionPolicy() {
        @Override
        public Optional<LedgerErrorCode> refusal(WantedAccess wanted) {
            return Optional.empty();
        }
    }));

    @Test
    void a_lax_policy_lets_a_stranger_open_and_fetch() {
        Patient patient = clinic.newPatient();
        Clinician clinician = clinic.newClinician();
        Permission permission = clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.WRITE));
        DocumentEntry document = clinic.upload(patient, clinician, permission);
        Clinician stranger = clinic.newClinician();

        assertTrue(clinic.look(stranger, document, permission).isPermitted());
        var urls = clinic.network.call(
                stranger.person(),
                new DocumentUrls(
                        patient.record(),
                        permission.id(),
                        document.id(),
                        document.objects().body().key()));
        assertEquals(2, urls.urls().size());
    }
}
