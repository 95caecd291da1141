// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.contract.Clinic.Clinician;
import aegle.record.CategoryKey;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.RecordCalls;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.RecordCalls.GrantRenewal;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();
    private final Clinician clinician = clinic.newClinician();
    private final Permission permission =
            clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.READ, Right.WRITE));

    @Test
    void the_first_page_moves_the_key_and_renews_grants() {
        CategoryKey next = patient.categoryKey(network.id, Clinic.LAB, 1);

        assertEquals(next, network.call(patient, advance(next, renewal(2))));
        assertEquals(Optional.of(next), current(Clinic.LAB));
        assertEquals(2, grantVersion());
        assertEquals(0, current(DocumentCategory.RADIATION_DOSE).orElseThrow().epoch());
    }

    @Test
    void a_page_sent_again_changes_nothing_and_a_later_page_only_renews() {
        CategoryKey next = patient.categoryKey(network.id, Clinic.LAB, 1);
        network.call(patient, advance(next));
        AdvanceEpoch later = advance(patient.categoryKey(network.id, Clinic.LAB, 1), renewal(2));
        network.call(patient, later);
        network.call(patient, later);

        assertEquals(2, grantVersion());
        assertEquals(Optional.of(next), current(Clinic.LAB));
    }

    @Test
    void no_epoch_is_left_out_repeated_with_another_key_or_taken_back() {
        network.call(patient, advance(patient.categoryKey(network.id, Clinic.LAB, 1)));
        CategoryKey otherKey = resigned(patient.categoryKey(network.id, Clinic.LAB, 2), 1);

        assertRefused(LedgerErrorCode.EPOCH_STALE, () -> network.call(patient, advance(key(3))));
        assertRefused(LedgerErrorCode.EPOCH_STALE, () -> network.call(patient, advance(otherKey)));
        assertRefused(LedgerErrorCode.EPOCH_STALE, () -> network.call(patient, advance(key(0))));
    }

    @Test
    void a_key_that_the_owner_did_not_sign_is_refused() {
        CategoryKey good = key(1);
        var forged = new CategoryKey(
                good.record(),
                good.category(),
                1,
                good.recipient(),
                clinician.person().sign((byte) 1));

        assertRefused(LedgerErrorCode.STATEMENT_INVALID, () -> network.call(patient, advance(forged)));
    }

    @Test
    void a_grant_is_renewed_by_a_newer_version_once_a_page() {
        assertRefused(
                LedgerErrorCode.PERMISSION_INVALID,
                () -> network.call(patient, advance(key(1), permissionsFirstGrantAgain())));
        assertRefused(
                LedgerErrorCode.PERMISSION_INVALID,
                () -> network.call(patient, advance(key(1), renewal(2), renewal(2))));
        assertEquals(0, current(Clinic.LAB).orElseThrow().epoch());
    }

    @Test
    void a_version_that_was_put_and_never_registered_may_be_left_out() {
        network.call(patient, advance(key(1), renewal(3)));

        assertEquals(3, grantVersion());
    }

    @Test
    void a_document_sealed_to_a_stale_epoch_is_refused() {
        var adding = clinic.adding(patient, clinician, permission, Clinic.LAB);
        network.call(patient, advance(key(1)));
        assertRefused(LedgerErrorCode.EPOCH_STALE, () -> network.call(clinician.person(), adding));

        var resealed =
                new AddDocument(adding.permission(), adding.subject(), 1, adding.uploaderSignature(), adding.objects());
        assertEquals(1, network.call(clinician.person(), resealed).epoch());
    }

    @Test
    void a_grantee_sees_the_keys_of_her_categories_alone() {
        var view = network.call(clinician.person(), new FindGrantedRecord(patient.record(), permission.id()));

        assertEquals(
                List.of(Clinic.LAB),
                view.categoryKeys().stream().map(CategoryKey::category).toList());
    }

    private CategoryKey key(int epoch) {
        return patient.categoryKey(network.id, Clinic.LAB, epoch);
    }

    private CategoryKey resigned(CategoryKey other, int epoch) {
        var statement = new aegle.record.command.SignedStatement.Recipient(
                network.id, other.record(), other.category(), epoch, other.recipient());
        return new CategoryKey(
                other.record(),
                other.category(),
                epoch,
                other.recipient(),
                patient.owner().sign(statement.bytes()));
    }

    private AdvanceEpoch advance(CategoryKey next, GrantRenewal... renewals) {
        return new AdvanceEpoch(patient.record(), next, List.of(renewals));
    }

    /** The first version's name, other bytes. */
    private GrantRenewal permissionsFirstGrantAgain() {
        StoredObject first = permission.grant();
        return new GrantRenewal(permission.id(), new StoredObject(first.key(), first.digest(), first.length() + 1));
    }

    private GrantRenewal renewal(int version) {
        return new GrantRenewal(permission.id(), clinic.grantObject(permission.id(), version));
    }

    private Optional<CategoryKey> current(DocumentCategory category) {
        return RecordCalls.categoryKey(network.call(patient, new FindRecord(patient.record())), category);
    }

    private int grantVersion() {
        return network.call(patient, new ListPermissions(patient.record(), 10, ""))
                .permissions()
                .getFirst()
                .grant()
                .key()
                .version();
    }
}
