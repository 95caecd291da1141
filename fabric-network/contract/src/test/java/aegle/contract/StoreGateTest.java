// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.contract.Clinic.Clinician;
import aegle.record.PermissionId;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.StoreCalls;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.call.StoreCalls.Header;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadStatusUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gate's cells that depend on more than who asks; the others are in {@link CallMatrixTest}. */
class StoreGateTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();
    private final Clinician clinician = clinic.newClinician();
    private final Permission permission =
            clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.READ, Right.WRITE));
    private final DocumentEntry document = clinic.upload(patient, clinician, permission);

    @Test
    void a_write_is_bound_to_object_length_checksum_and_to_being_the_first() {
        StoredObject object = clinic.object(clinic.freshBody());
        StoreUrls urls =
                network.call(clinician.person(), new UploadUrls(patient.record(), permission.id(), Clinic.LAB, object));

        assertEquals(
                List.of("one", "two"), urls.urls().stream().map(StoreUrl::store).toList());
        StoreUrl url = urls.urls().getFirst();
        assertEquals("PUT", url.method());
        assertTrue(url.url()
                .startsWith("http://127.0.0.1:9001/aegle/" + object.key().path() + "?X-Amz-Algorithm="));
        assertTrue(url.url()
                .contains("X-Amz-SignedHeaders=content-length%3Bhost%3Bif-none-match%3Bx-amz-checksum-sha256"));
        assertEquals(
                List.of(
                        new Header("content-length", "2000"),
                        new Header("if-none-match", "*"),
                        StoreCalls.checksum(object.digest())),
                url.headers());
        assertEquals(Network.NOON.plusSeconds(60), urls.expires());
    }

    @Test
    void no_url_shows_the_secret() {
        StoreUrls urls = network.call(clinician.person(), new GrantUrls(patient.record(), permission.id()));

        assertFalse(urls.toString().contains(Network.STORE_SECRET));
        assertFalse(network.settings(network.clock).toString().contains(Network.STORE_SECRET));
    }

    @Test
    void an_object_that_the_ledger_knows_is_put_again_only_as_the_ledger_has_it() {
        StoredObject known = document.objects().body();
        StoreUrl url = put(known).urls().getFirst();

        assertEquals("PUT", url.method());
        assertTrue(url.headers()
                .containsAll(List.of(new Header("if-none-match", "*"), StoreCalls.checksum(known.digest()))));
        assertRefused(
                LedgerErrorCode.OBJECT_NAME_TAKEN,
                () -> put(new StoredObject(known.key(), known.digest(), known.length() + 1)));
        assertRefused(
                LedgerErrorCode.OBJECT_NAME_TAKEN,
                () -> put(new StoredObject(
                        known.key(), clinic.object(clinic.freshBody()).digest(), known.length())));
        assertEquals("HEAD", status(known).urls().getFirst().method());
    }

    @Test
    void an_object_of_another_record_is_neither_put_again_nor_looked_after() {
        Patient other = clinic.newPatient();
        Permission hers = clinic.grant(other, clinician, clinic.scope(Clinic.LAB, Right.READ, Right.WRITE));
        StoredObject foreign = clinic.upload(other, clinician, hers).objects().body();
        StoredObject grant = permission.grant();

        assertRefused(LedgerErrorCode.OBJECT_NAME_TAKEN, () -> put(foreign));
        assertRefused(LedgerErrorCode.OBJECT_NAME_TAKEN, () -> status(foreign));
        assertRefused(
                LedgerErrorCode.OBJECT_NAME_TAKEN,
                () -> network.call(other, new OwnerUploadUrls(other.record(), grant)));
        assertRefused(
                LedgerErrorCode.OBJECT_NAME_TAKEN,
                () -> network.call(other, new OwnerUploadStatusUrls(other.record(), grant.key())));
    }

    @Test
    void a_missing_copy_is_completed_only_while_the_right_to_write_lasts() {
        network.call(patient, new RevokePermission(patient.record(), permission.id(), 1));

        assertRefused(
                LedgerErrorCode.PERMISSION_REVOKED, () -> put(document.objects().body()));
    }

    @Test
    void body_and_envelope_want_a_permit_and_the_label_does_not() {
        assertRefused(
                LedgerErrorCode.PERMIT_MISSING, () -> get(document.objects().body()));
        assertRefused(
                LedgerErrorCode.PERMIT_MISSING, () -> get(document.objects().envelope()));
        assertEquals("GET", get(document.objects().label()).urls().getFirst().method());

        clinic.look(clinician, document, permission);
        assertEquals("GET", get(document.objects().body()).urls().getFirst().method());
        assertEquals(
                List.of(), get(document.objects().envelope()).urls().getFirst().headers());
    }

    @Test
    void a_permit_is_good_for_less_than_two_minutes() {
        clinic.look(clinician, document, permission);
        network.clock.pass(Duration.ofMillis(119_999));
        get(document.objects().body());

        network.clock.pass(Duration.ofMillis(1));
        assertRefused(
                LedgerErrorCode.PERMIT_TOO_OLD, () -> get(document.objects().body()));
    }

    @Test
    void a_denial_is_no_permit() {
        Clinician stranger = clinic.newClinician();
        Permission writing = clinic.grant(patient, stranger, clinic.scope(Clinic.LAB, Right.WRITE));
        clinic.look(stranger, document, writing);
        Permission reading = clinic.grant(patient, stranger, clinic.scope(Clinic.LAB, Right.READ));
        var call = new DocumentUrls(
                patient.record(),
                reading.id(),
                document.id(),
                document.objects().body().key());

        assertRefused(LedgerErrorCode.PERMIT_MISSING, () -> network.call(stranger.person(), call));
    }

    @Test
    void a_permit_is_for_one_document_and_one_clinician() {
        clinic.look(clinician, document, permission);
        DocumentEntry other = clinic.upload(patient, clinician, permission);
        Clinician colleague = clinic.newClinician();
        Permission hers = clinic.grant(patient, colleague, clinic.scope(Clinic.LAB, Right.READ));
        var call = new DocumentUrls(
                patient.record(),
                hers.id(),
                document.id(),
                document.objects().body().key());

        assertRefused(
                LedgerErrorCode.PERMIT_MISSING, () -> get(other, other.objects().body()));
        assertRefused(LedgerErrorCode.PERMIT_MISSING, () -> network.call(colleague.person(), call));
    }

    @Test
    void a_fresh_permit_opens_nothing_once_the_permission_is_revoked() {
        clinic.look(clinician, document, permission);
        network.call(patient, new RevokePermission(patient.record(), permission.id(), 1));

        assertRefused(
                LedgerErrorCode.PERMISSION_REVOKED, () -> get(document.objects().body()));
    }

    @Test
    void a_fresh_permit_opens_nothing_once_the_member_is_revoked() {
        clinic.look(clinician, document, permission);
        network.call(network.first, new RevokeMember(clinician.id(), 3));

        assertRefused(
                LedgerErrorCode.MEMBER_REVOKED, () -> get(document.objects().body()));
    }

    @Test
    void the_owner_puts_a_newer_version_of_a_grant_of_hers_and_no_other() {
        Patient other = clinic.newPatient();
        assertEquals(
                "PUT", putGrant(patient, permission.id(), 2).urls().getFirst().method());

        assertEquals(
                "PUT", putGrant(patient, permission.id(), 3).urls().getFirst().method());
        assertEquals(
                "PUT", putGrant(patient, permission.id(), 1).urls().getFirst().method());
        StoredObject grant = permission.grant();
        var altered = new StoredObject(grant.key(), grant.digest(), grant.length() + 1);
        assertRefused(
                LedgerErrorCode.OBJECT_NAME_TAKEN,
                () -> network.call(patient, new OwnerUploadUrls(patient.record(), altered)));
        assertRefused(LedgerErrorCode.OBJECT_NOT_ALLOWED, () -> putGrant(other, permission.id(), 2));
        var unknown = new PermissionId(network.number());
        assertRefused(LedgerErrorCode.OBJECT_NOT_ALLOWED, () -> putGrant(patient, unknown, 2));
    }

    @Test
    void no_grant_is_put_for_a_revoked_permission() {
        network.call(patient, new RevokePermission(patient.record(), permission.id(), 1));

        assertRefused(LedgerErrorCode.PERMISSION_REVOKED, () -> putGrant(patient, permission.id(), 2));
    }

    @Test
    void the_owner_gets_nothing_of_another_record() {
        Patient other = clinic.newPatient();
        var call =
                new OwnerDownloadUrls(other.record(), document.objects().body().key());

        assertRefused(LedgerErrorCode.OBJECT_UNKNOWN, () -> network.call(other, call));
    }

    @Test
    void a_removed_private_file_is_handed_out_no_more_and_its_name_stays_taken() {
        var entry = network.call(patient, clinic.addingPrivate(patient));
        ObjectKey body = entry.objects().body().key();
        var again = new OwnerUploadUrls(patient.record(), entry.objects().body());
        assertEquals("GET", download(body).urls().getFirst().method());
        assertEquals("PUT", network.call(patient, again).urls().getFirst().method());

        network.call(patient, new RemovePrivateDocument(patient.record(), entry.id(), 1));
        assertRefused(LedgerErrorCode.OBJECT_UNKNOWN, () -> download(body));
        assertRefused(LedgerErrorCode.OBJECT_NAME_TAKEN, () -> network.call(patient, again));
        assertRefused(
                LedgerErrorCode.OBJECT_NAME_TAKEN,
                () -> network.call(patient, new OwnerUploadStatusUrls(patient.record(), body)));
    }

    private StoreUrls put(StoredObject object) {
        return network.call(clinician.person(), new UploadUrls(patient.record(), permission.id(), Clinic.LAB, object));
    }

    private StoreUrls status(StoredObject object) {
        return network.call(
                clinician.person(), new UploadStatusUrls(patient.record(), permission.id(), Clinic.LAB, object.key()));
    }

    private StoreUrls download(ObjectKey key) {
        return network.call(patient, new OwnerDownloadUrls(patient.record(), key));
    }

    private StoreUrls putGrant(Patient owner, PermissionId grant, int version) {
        return network.call(owner, new OwnerUploadUrls(owner.record(), clinic.grantObject(grant, version)));
    }

    private StoreUrls get(StoredObject object) {
        return get(document, object);
    }

    private StoreUrls get(DocumentEntry entry, StoredObject object) {
        return network.call(
                clinician.person(), new DocumentUrls(patient.record(), permission.id(), entry.id(), object.key()));
    }
}
