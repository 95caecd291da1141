// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.AccessId;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;

/** What a network must refuse, as checks that fail where it does not. Each works on a record of its own. */
final class Refusals {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private final Participants participants;
    private final ClinicianDesk allowed;
    private final ClinicianDesk other;
    private final Path file;

    Refusals(Participants participants, Path file) throws SharingException {
        this.participants = participants;
        this.allowed = participants.mayaChen();
        this.other = participants.tomWeber();
        this.file = file;
    }

    Map<String, Executable> all() {
        var checks = new LinkedHashMap<String, Executable>();
        checks.put("a stranger is denied", this::strangerIsDenied);
        checks.put("a stranger lists nothing", this::strangerListsNothing);
        checks.put("a stranger gets no URLs", this::strangerGetsNoUrls);
        checks.put("a revoked clinician is denied", this::revokedClinicianIsDenied);
        checks.put("who only writes does not read", this::writerIsDenied);
        checks.put("another category is denied", this::otherCategoryIsDenied);
        return checks;
    }

    void strangerIsDenied() throws SharingException {
        var scene = scene();
        assertEquals(
                Optional.of(LedgerErrorCode.PERMISSION_UNKNOWN), denial(other, scene.document(), Optional.empty()));
        assertEquals(
                Optional.of(LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN),
                denial(other, scene.document(), Optional.of(scene.permission())));
    }

    void strangerListsNothing() throws SharingException {
        var scene = scene();
        requireRefusal(
                LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN,
                () -> other.ledger.evaluate(new ListGrantedDocuments(
                        scene.permission().record(), scene.permission().id(), DOSE, 10, "")));
    }

    void strangerGetsNoUrls() throws SharingException {
        var permission = scene().permission();
        requireRefusal(
                LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN,
                () -> other.ledger.evaluate(new GrantUrls(permission.record(), permission.id())));
        requireRefusal(
                LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN,
                () -> other.ledger.evaluate(new UploadStatusUrls(
                        permission.record(),
                        permission.id(),
                        DOSE,
                        ObjectKey.of(ObjectKind.BODY, aegle.record.ObjectName.random(Participants.RANDOM)))));
    }

    void revokedClinicianIsDenied() throws SharingException {
        var scene = scene();
        var before = allowed.recordOf(scene.patient());
        allowed.read(scene.patient(), scene.document());

        scene.patient().permissions.stop(scene.patient().current(scene.permission()));

        var denied = assertThrows(
                AccessDeniedException.class,
                () -> allowed.documents
                        .open(before, scene.document(), TransferProgress.none())
                        .close());
        assertEquals(LedgerErrorCode.PERMISSION_REVOKED, denied.reason());
    }

    void writerIsDenied() throws SharingException {
        var scene = scene();
        Permission writing = scene.patient().allow(other.member, Set.of(DOSE), Right.WRITE);
        assertEquals(Optional.of(LedgerErrorCode.RIGHT_MISSING), denial(other, scene.document(), Optional.of(writing)));
    }

    void otherCategoryIsDenied() throws SharingException {
        var scene = scene();
        Permission laboratory =
                scene.patient().allow(other.member, Set.of(DocumentCategory.LABORATORY_RESULTS), Right.READ);
        assertEquals(
                Optional.of(LedgerErrorCode.CATEGORY_NOT_COVERED),
                denial(other, scene.document(), Optional.of(laboratory)));
    }

    private static void requireRefusal(LedgerErrorCode code, Executable call) {
        assertEquals(code, assertThrows(LedgerRefusalException.class, call).code());
    }

    static Optional<LedgerErrorCode> denial(
            ClinicianDesk clinician, DocumentEntry document, Optional<Permission> permission) throws SharingException {
        return clinician
                .ledger
                .submit(new OpenDocument(
                        document.subject().record(),
                        document.id(),
                        AccessId.random(Participants.RANDOM),
                        permission.map(Permission::id)))
                .denial();
    }

    private Scene scene() throws SharingException {
        PatientDesk patient = participants.anna();
        Permission permission = patient.allow(allowed.member, Set.of(DOSE), Right.READ, Right.WRITE);
        allowed.link(patient);
        return new Scene(patient, permission, allowed.upload(patient, file, DOSE));
    }

    private record Scene(PatientDesk patient, Permission permission, DocumentEntry document) {}
}
