// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.record.CiphertextDigest;
import aegle.record.ObjectName;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.call.Query;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadStatusUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of who may put and get which kind of object, cell by cell: everybody asks for everything, and what the gate says must stand
 * in {@code gate-table.txt}, cell for cell. Nobody may delete: there is no call for it, and {@code GateAttackTest} tries it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTableTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;
    private static final String OK = "URL";

    private Participants participants;
    private PatientDesk anna;
    private PatientDesk mallory;
    private final Map<String, ClinicianDesk> clinicians = new LinkedHashMap<>();
    private final Map<String, Permission> permissions = new LinkedHashMap<>();
    private DocumentEntry document;
    private StoredDocument privateFile;

    @BeforeAll
    void fill_annas_record(@TempDir Path folder) throws Exception {
        participants = Participants.on(folder);
        anna = participants.anna();
        mallory = participants.patient("Mallory Quist", LocalDate.of(1970, 1, 2), "N-6666");
        ClinicianDesk chen = participants.mayaChen();
        allow("reads and writes", chen, anna.allow(chen.member, Set.of(DOSE), Right.READ, Right.WRITE));
        chen.link(anna);
        Path file = Files.writeString(folder.resolve("dose.pdf"), "delivered");
        document = chen.upload(anna, file, DOSE);
        anna.privateFiles.add(
                new FileDraft(file, "diary.txt", "Diary", "text/plain", LocalDate.of(2026, 11, 1)),
                TransferProgress.none());
        privateFile = anna.privateFiles.list().getFirst().entry().objects();
        allowTheOthers();
        for (String who : List.of("reads and writes", "only reads", "just this document")) {
            Refusals.denial(clinician(who), document, Optional.of(permission(who)));
        }
    }

    private void allowTheOthers() throws SharingException {
        ClinicianDesk weber = participants.tomWeber();
        allow("only reads", weber, anna.allow(weber.member, Set.of(DOSE), Right.READ));
        ClinicianDesk duarte = participants.clinician("Dr. Ines Duarte", "1122334455");
        allow("only writes", duarte, anna.allow(duarte.member, Set.of(DOSE), Right.WRITE));
        ClinicianDesk brandt = participants.clinician("Dr. Piet Brandt", "1222333449");
        var now = Participants.CLOCK.instant();
        var single = new PermissionScope(
                Set.of(Right.READ),
                Set.of(DOSE),
                List.of(document.id()),
                new ValidityPeriod(now.minusSeconds(1), now.plusSeconds(6000)),
                Optional.empty());
        allow("just this document", brandt, anna.permissions.allow(brandt.member, single));
        ClinicianDesk moreau = participants.clinician("Dr. Lea Moreau", "1316025125");
        allow(
                "other category",
                moreau,
                anna.allow(moreau.member, Set.of(DocumentCategory.LABORATORY_RESULTS), Right.READ, Right.WRITE));
        ClinicianDesk levi = participants.clinician("Dr. Noa Levi", "1487002259");
        Permission stopped = anna.allow(levi.member, Set.of(DOSE), Right.READ, Right.WRITE);
        allow("stopped", levi, stopped);
        anna.permissions.stop(stopped);
        // by another's permission
        clinicians.put("stranger", participants.clinician("Dr. Ada Novak", "1555666779"));
        permissions.put("stranger", permission("reads and writes"));
    }

    private void allow(String who, ClinicianDesk clinician, Permission permission) {
        clinicians.put(who, clinician);
        permissions.put(who, permission);
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    void every_cell_is_as_the_table_says() throws Exception {
        var before = RecordListing.of(anna);
        var cells = new ArrayList<String>();
        for (var object : objects().entrySet()) {
            for (String who : clinicians.keySet()) {
                for (var call : clinicianCalls(who, object.getValue()).entrySet()) {
                    cells.add(object.getKey() + " | " + call.getKey() + " | " + who + " | "
                            + answer(clinician(who), call.getValue()));
                }
            }
            for (var call : ownerCalls(object.getValue()).entrySet()) {
                cells.add(object.getKey() + " | " + call.getKey() + " | owner | " + answer(anna, call.getValue()));
                cells.add(object.getKey() + " | " + call.getKey() + " | other patient as owner | "
                        + answer(mallory, call.getValue()));
            }
            for (var call : ownerCallsOf(mallory, object.getValue()).entrySet()) {
                cells.add(object.getKey() + " | " + call.getKey() + " | other patient in her record | "
                        + answer(mallory, call.getValue()));
            }
        }
        assertEquals(before, RecordListing.of(anna));
        assertEquals(intended(), String.join("\n", cells) + "\n");
    }

    private Map<String, Query<StoreUrls>> clinicianCalls(String who, StoredObject object) {
        Permission by = permission(who);
        var calls = new LinkedHashMap<String, Query<StoreUrls>>();
        calls.put("put", new UploadUrls(by.record(), by.id(), DOSE, object));
        calls.put("status", new UploadStatusUrls(by.record(), by.id(), DOSE, object.key()));
        calls.put(
                "get",
                object.key().kind() == ObjectKind.GRANT
                        ? new GrantUrls(by.record(), by.id())
                        : new DocumentUrls(by.record(), by.id(), document.id(), object.key()));
        return calls;
    }

    private Map<String, OwnerCall<StoreUrls>> ownerCalls(StoredObject object) {
        return ownerCallsOf(anna, object);
    }

    private static Map<String, OwnerCall<StoreUrls>> ownerCallsOf(PatientDesk owner, StoredObject object) {
        var calls = new LinkedHashMap<String, OwnerCall<StoreUrls>>();
        calls.put("put", new OwnerUploadUrls(owner.owned.id(), object));
        calls.put("status", new OwnerUploadStatusUrls(owner.owned.id(), object.key()));
        calls.put("get", new OwnerDownloadUrls(owner.owned.id(), object.key()));
        return calls;
    }

    /** What there is, and for each kind one under a name that nobody knows yet. */
    private Map<String, StoredObject> objects() {
        var objects = new LinkedHashMap<String, StoredObject>();
        objects.put("body", document.objects().body());
        objects.put("envelope", document.objects().envelope());
        objects.put("label", document.objects().label());
        objects.put("grant", permission("reads and writes").grant());
        objects.put("private body", privateFile.body());
        objects.put("private envelope", privateFile.envelope());
        objects.put("private label", privateFile.label());
        for (ObjectKind kind : ObjectKind.values()) {
            if (kind != ObjectKind.GRANT) {
                objects.put("new " + kind, fresh(kind));
            }
        }
        objects.put(
                "next GRANT",
                stored(ObjectKey.grant(permission("reads and writes").id(), 9)));
        objects.put(
                "next GRANT of the stopped",
                stored(ObjectKey.grant(permission("stopped").id(), 9)));
        return objects;
    }

    private static StoredObject fresh(ObjectKind kind) {
        ObjectName name = ObjectName.random(Participants.RANDOM);
        return stored(
                kind == ObjectKind.RECOVERY_SNAPSHOT ? new ObjectKey(kind, name.value(), 1) : ObjectKey.of(kind, name));
    }

    private static StoredObject stored(ObjectKey key) {
        return new StoredObject(key, CiphertextDigest.of(new byte[32]), 100);
    }

    private static String answer(ClinicianDesk caller, Query<StoreUrls> call) throws SharingException {
        return answer(call, () -> caller.ledger.evaluate(call));
    }

    private static String answer(PatientDesk caller, OwnerCall<StoreUrls> call) throws SharingException {
        return answer(call, () -> caller.owned.perform(call));
    }

    private static String answer(LedgerCall<?> call, Asking asking) throws SharingException {
        try {
            return asking.ask().urls().isEmpty() ? "nothing" : OK;
        } catch (LedgerRefusalException e) {
            return e.code().name();
        } catch (IllegalArgumentException e) {
            throw new AssertionError(call.function() + " cannot be asked", e);
        }
    }

    private ClinicianDesk clinician(String who) {
        return Objects.requireNonNull(clinicians.get(who));
    }

    private Permission permission(String who) {
        return Objects.requireNonNull(permissions.get(who));
    }

    private static String intended() throws IOException {
        try (InputStream in = Objects.requireNonNull(GateTableTest.class.getResourceAsStream("gate-table.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Asks the gate. */
    @FunctionalInterface
    private interface Asking {
        StoreUrls ask() throws SharingException;
    }
}
