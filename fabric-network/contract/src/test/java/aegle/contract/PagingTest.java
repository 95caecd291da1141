// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.contract.Clinic.Clinician;
import aegle.record.Bytes;
import aegle.record.RequestId;
import aegle.record.access.AccessRequest;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();
    private final Clinician clinician = clinic.newClinician();
    private final Permission permission =
            clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.READ, Right.WRITE));

    @Test
    void pages_follow_one_another_newest_first_and_leave_nothing_out() {
        List<DocumentEntry> added = upload(7);
        var listed = new ArrayList<DocumentEntry>();
        String bookmark = "";
        int pages = 0;
        do {
            var page = network.call(patient, new ListDocuments(patient.record(), Clinic.LAB, 3, bookmark));
            assertTrue(page.documents().size() <= 3);
            listed.addAll(page.documents());
            bookmark = page.bookmark();
            pages++;
        } while (!bookmark.isEmpty());

        assertEquals(added.reversed(), listed);
        assertEquals(3, pages);
    }

    @Test
    void a_page_costs_what_it_shows_however_long_the_list() {
        upload(3);
        int few = reads();
        upload(20);

        assertEquals(few, reads());
    }

    @Test
    void a_transaction_costs_the_same_however_long_the_record() {
        int first = uploadReads();
        upload(20);

        assertEquals(first, uploadReads());
    }

    @Test
    void single_documents_are_paged_too() {
        List<DocumentEntry> added = upload(3);
        var scope = new PermissionScope(
                Set.of(Right.READ),
                Set.of(Clinic.LAB),
                added.stream().map(DocumentEntry::id).toList(),
                permission.scope().validity(),
                Optional.empty());
        Clinician reader = clinic.newClinician();
        Permission single = clinic.grant(patient, reader, scope);
        var first = network.call(
                reader.person(), new ListGrantedDocuments(patient.record(), single.id(), Clinic.LAB, 2, ""));
        var second = network.call(
                reader.person(),
                new ListGrantedDocuments(patient.record(), single.id(), Clinic.LAB, 2, first.bookmark()));

        assertEquals(added.subList(0, 2), first.documents());
        assertEquals(added.subList(2, 3), second.documents());
        assertEquals("", second.bookmark());
    }

    @Test
    void no_bookmark_leads_out_of_ones_own_list() {
        Patient other = clinic.newPatient();
        Permission others = clinic.grant(other, clinician, clinic.scope(Clinic.LAB, Right.WRITE));
        clinic.upload(other, clinician, others);
        upload(1);
        String foreignKey = LedgerKey.documentsOfCategory(other.record(), Clinic.LAB)
                .composite()
                .toString();
        var forged = new ListDocuments(patient.record(), Clinic.LAB, 10, foreignKey);
        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, () -> network.call(patient, forged));

        var slashed = new ListDocuments(patient.record(), Clinic.LAB, 10, "0/" + foreignKey.replace('\0', '/'));
        network.call(patient, slashed)
                .documents()
                .forEach(entry -> assertEquals(patient.record(), entry.subject().record()));
    }

    @Test
    void a_page_has_one_to_two_hundred_entries() {
        assertRefused(
                LedgerErrorCode.ARGUMENT_MALFORMED,
                () -> network.call(patient, new ListPermissions(patient.record(), 0, "")));
        assertRefused(
                LedgerErrorCode.ARGUMENT_MALFORMED,
                () -> network.call(patient, new ListPermissions(patient.record(), 201, "")));
        assertEquals(
                1,
                network.call(patient, new ListPermissions(patient.record(), 200, ""))
                        .permissions()
                        .size());
    }

    @Test
    void a_page_ends_before_its_answer_grows_too_large_to_be_read() {
        List<RequestId> asked = IntStream.range(0, 40).mapToObj(i -> ask()).toList();
        var listed = new ArrayList<RequestId>();
        String bookmark = "";
        do {
            var page = network.call(patient, new ListRequests(patient.record(), 200, bookmark));
            page.requests().forEach(request -> listed.add(request.id()));
            bookmark = page.bookmark();
        } while (!bookmark.isEmpty());

        assertEquals(asked, listed);
    }

    private RequestId ask() {
        var id = new RequestId(network.number());
        network.call(
                clinician.person(),
                new RequestAccess(
                        patient.record(),
                        id,
                        Bytes.of(new byte[AccessRequest.MAX_SEALED_LENGTH]),
                        network.clock.instant().plus(Duration.ofDays(1))));
        return id;
    }

    private List<DocumentEntry> upload(int count) {
        var added = new ArrayList<DocumentEntry>();
        for (int i = 0; i < count; i++) {
            network.clock.pass(Duration.ofSeconds(1));
            added.add(clinic.upload(patient, clinician, permission));
        }
        return added;
    }

    private int uploadReads() {
        var stub = network.stub(
                clinician.person(), clinic.adding(patient, clinician, permission, Clinic.LAB), Optional.empty());
        network.answer(stub);
        return stub.reads();
    }

    private int reads() {
        var call = new ListDocuments(patient.record(), Clinic.LAB, 2, "");
        var stub = network.stub(
                patient.carrier(), call, Optional.of(network.authorize(patient.carrier(), patient.owner(), call)));
        network.answer(stub);
        return stub.reads();
    }
}
