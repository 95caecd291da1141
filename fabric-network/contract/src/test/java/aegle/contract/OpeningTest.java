// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.contract.Clinic.Clinician;
import aegle.record.AccessId;
import aegle.record.DocumentId;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.access.DenialCount;
import aegle.record.call.AccessCalls.AccessEventPage;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.DocumentCalls.RecordCachedOpen;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();
    private final Clinician clinician = clinic.newClinician();
    private final Permission permission =
            clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.READ, Right.WRITE));
    private final DocumentEntry document = clinic.upload(patient, clinician, permission);

    @Test
    void upload_permit_and_denial_are_seen_by_the_patient_newest_first() {
        Clinician stranger = clinic.newClinician();
        network.clock.pass(Duration.ofSeconds(1));
        AccessEvent permit = clinic.look(clinician, document, permission);
        network.clock.pass(Duration.ofSeconds(1));
        AccessEvent denial = clinic.look(stranger, document, permission);

        List<AccessEvent> events = events().events();
        assertEquals(List.of(denial, permit), events.subList(0, 2));
        assertEquals(AccessKind.UPLOAD, events.getLast().kind());
        assertEquals(document.id().value(), events.getLast().id().value());
        assertEquals(Optional.of(LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN), denial.denial());
    }

    @Test
    void a_clinician_without_a_permission_is_denied() {
        var call = new OpenDocument(patient.record(), document.id(), access(), Optional.empty());

        assertEquals(
                Optional.of(LedgerErrorCode.PERMISSION_UNKNOWN),
                network.call(clinic.newClinician().person(), call).denial());
    }

    @Test
    void an_unknown_document_is_an_error_that_leaves_nothing() {
        var unknown = new DocumentId(network.number());
        var call = new OpenDocument(patient.record(), unknown, access(), Optional.of(permission.id()));
        int size = network.ledger().size();

        assertRefused(LedgerErrorCode.DOCUMENT_UNKNOWN, () -> network.call(clinician.person(), call));
        assertEquals(size, network.ledger().size());
    }

    @Test
    void opening_sent_again_answers_the_first_permit_and_does_not_stretch_it() {
        OpenDocument call = clinic.opening(document, permission);
        AccessEvent first = network.call(clinician.person(), call);
        network.clock.pass(Duration.ofSeconds(90));

        assertEquals(first, network.call(clinician.person(), call));
        assertEquals(
                1,
                events().events().stream()
                        .filter(event -> event.id().equals(call.access()))
                        .count());
    }

    @Test
    void a_number_does_not_serve_two_looks() {
        OpenDocument call = clinic.opening(document, permission);
        network.call(clinician.person(), call);
        var other = new OpenDocument(call.record(), call.document(), call.access(), Optional.empty());

        assertRefused(LedgerErrorCode.OPERATION_ID_REUSED, () -> network.call(clinician.person(), other));
    }

    @Test
    void from_the_fourth_denial_within_an_hour_only_a_number_grows() {
        Clinician stranger = clinic.newClinician();
        IntStream.range(0, 5)
                .forEach(i ->
                        assertFalse(clinic.look(stranger, document, permission).isPermitted()));

        AccessEventPage page = events();
        assertEquals(3, denials(page));
        assertEquals(List.of(new DenialCount(patient.record(), stranger.id(), Network.NOON, 5)), page.denials());
    }

    @Test
    void a_denial_that_is_only_counted_and_sent_again_counts_once() {
        Clinician stranger = clinic.newClinician();
        IntStream.range(0, 3).forEach(i -> clinic.look(stranger, document, permission));
        OpenDocument fourth = clinic.opening(document, permission);
        AccessEvent first = network.call(stranger.person(), fourth);
        network.clock.pass(Duration.ofSeconds(90));

        assertEquals(first, network.call(stranger.person(), fourth));
        AccessEventPage page = events();
        assertEquals(3, denials(page));
        assertEquals(List.of(new DenialCount(patient.record(), stranger.id(), Network.NOON, 4)), page.denials());
    }

    @Test
    void the_next_hour_is_written_out_again() {
        Clinician stranger = clinic.newClinician();
        IntStream.range(0, 4).forEach(i -> clinic.look(stranger, document, permission));
        network.clock.pass(Duration.ofHours(1));
        clinic.look(stranger, document, permission);

        AccessEventPage page = events();
        assertEquals(4, denials(page));
        assertEquals(
                List.of(1, 4), page.denials().stream().map(DenialCount::count).toList());
    }

    @Test
    void denials_of_one_clinician_do_not_hide_those_of_another() {
        Clinician stranger = clinic.newClinician();
        IntStream.range(0, 4).forEach(i -> clinic.look(stranger, document, permission));
        clinic.look(clinic.newClinician(), document, permission);

        assertEquals(4, denials(events()));
    }

    @Test
    void revocation_denies_the_next_look() {
        assertTrue(clinic.look(clinician, document, permission).isPermitted());
        revoke();

        assertEquals(
                Optional.of(LedgerErrorCode.PERMISSION_REVOKED),
                clinic.look(clinician, document, permission).denial());
    }

    @Test
    void a_backdated_proposal_does_not_revive_a_revoked_permission() {
        revoke();
        Instant before = network.clock.instant().minusSeconds(59);

        AccessEvent event = network.call(clinician.person(), clinic.opening(document, permission), before);
        assertEquals(Optional.of(LedgerErrorCode.PERMISSION_REVOKED), event.denial());
    }

    @Test
    void a_document_opened_from_the_cache_before_the_revocation_is_told_as_permitted() {
        Instant opened = network.clock.instant();
        network.clock.pass(Duration.ofHours(3));
        revoke();

        AccessEvent event = network.call(clinician.person(), cached(opened));
        assertTrue(event.isPermitted());
        assertEquals(Optional.of(opened), event.openedAt());
        assertEquals(network.clock.instant(), event.time());
    }

    @Test
    void a_document_opened_from_the_cache_before_the_record_was_closed_is_told_as_permitted() {
        Instant opened = network.clock.instant();
        network.clock.pass(Duration.ofHours(3));
        close();
        Instant closed = network.clock.instant();

        assertTrue(network.call(clinician.person(), cached(opened)).isPermitted());
        assertEquals(
                Optional.of(LedgerErrorCode.RECORD_NOT_OPEN),
                network.call(clinician.person(), cached(closed)).denial());
    }

    @Test
    void a_document_opened_from_the_cache_before_the_member_was_revoked_is_told_as_permitted() {
        Instant opened = network.clock.instant();
        network.clock.pass(Duration.ofHours(3));
        network.call(network.first, new RevokeMember(clinician.id(), 3));
        Instant revoked = network.clock.instant();

        assertTrue(network.call(clinician.person(), cached(opened)).isPermitted());
        assertEquals(
                Optional.of(LedgerErrorCode.MEMBER_REVOKED),
                network.call(clinician.person(), cached(revoked)).denial());
    }

    @Test
    void a_document_opened_from_the_cache_before_the_attestation_lapsed_is_told_as_permitted() {
        Permission forLong = clinic.grant(
                patient, clinician, clinic.scope(Clinic.LAB, Duration.ZERO, Duration.ofDays(500), Right.READ));
        Instant opened = network.clock.instant();
        network.clock.pass(Duration.ofDays(366));
        Instant lapsed = network.clock.instant();

        assertTrue(network.call(clinician.person(), cached(forLong, opened)).isPermitted());
        assertEquals(
                Optional.of(LedgerErrorCode.ATTESTATION_LAPSED),
                network.call(clinician.person(), cached(forLong, lapsed)).denial());
    }

    @Test
    void a_document_opened_from_the_cache_after_the_revocation_is_told_as_denied() {
        revoke();
        network.clock.pass(Duration.ofHours(3));

        AccessEvent event = network.call(clinician.person(), cached(network.clock.instant()));
        assertEquals(Optional.of(LedgerErrorCode.PERMISSION_REVOKED), event.denial());
    }

    @Test
    void nobody_has_opened_a_document_in_the_future() {
        Instant ahead = network.clock.instant().plusSeconds(61);

        assertRefused(LedgerErrorCode.CLOCK_OFF, () -> network.call(clinician.person(), cached(ahead)));
    }

    private RecordCachedOpen cached(Instant opened) {
        return cached(permission, opened);
    }

    private RecordCachedOpen cached(Permission reliedOn, Instant opened) {
        return new RecordCachedOpen(patient.record(), document.id(), access(), reliedOn.id(), opened);
    }

    private void close() {
        network.call(patient, new CloseRecord(patient.record(), 1));
    }

    private AccessId access() {
        return new AccessId(network.number());
    }

    private void revoke() {
        network.call(patient, new RevokePermission(patient.record(), permission.id(), 1));
    }

    private AccessEventPage events() {
        return network.call(patient, new ListAccessEvents(patient.record(), 100, ""));
    }

    private static long denials(AccessEventPage page) {
        return page.events().stream().filter(event -> !event.isPermitted()).count();
    }
}
