// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.PermissionId;
import aegle.record.RecordStatus;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadStatusUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Duration;
import java.util.Optional;

/**
 * The store's gate: who may put or get which object right now (the table of {@code docs/rules.md}). Evaluated calls only, judged
 * by the process's clock. Recovery has no calls yet, so its objects are refused.
 */
final class StoreGate {
    private final MemberPolicy members;
    private final PermissionPolicy permissions;
    private final StoreSigner signer;
    private final Duration permitAge;

    StoreGate(MemberPolicy members, PermissionPolicy permissions, StoreSigner signer, Duration permitAge) {
        this.members = members;
        this.permissions = permissions;
        this.signer = signer;
        this.permitAge = permitAge;
    }

    void register(CallTable table) {
        table.add(UploadUrls.class, this::upload)
                .add(UploadStatusUrls.class, this::uploadStatus)
                .add(DocumentUrls.class, this::document)
                .add(GrantUrls.class, this::grant)
                .add(OwnerUploadUrls.class, this::ownerUpload)
                .add(OwnerUploadStatusUrls.class, this::ownerUploadStatus)
                .add(OwnerDownloadUrls.class, this::ownerDownload);
    }

    /** A name that is new, or an object that the ledger knows exactly as it is to be put: then a store may lack it. */
    private StoreUrls upload(UploadUrls call, Invocation invocation) {
        var access = access(call.record(), call.permission(), invocation);
        requireWriter(access, call.category(), call.object().key());
        new ObjectRegister(invocation.ledger()).requireFreeFor(call.record(), call.object());
        return signer.put(call.object(), invocation.time());
    }

    private StoreUrls uploadStatus(UploadStatusUrls call, Invocation invocation) {
        requireWriter(access(call.record(), call.permission(), invocation), call.category(), call.object());
        new ObjectRegister(invocation.ledger()).requireFreeFor(call.record(), call.object());
        return signer.head(call.object(), invocation.time());
    }

    private void requireWriter(WantedAccess access, DocumentCategory category, ObjectKey object) {
        permissions.require(access.to(Right.WRITE, category));
        RefusedException.unless(
                isClinical(object.kind()), LedgerErrorCode.OBJECT_NOT_ALLOWED, "a clinician does not put " + object);
    }

    private StoreUrls document(DocumentUrls call, Invocation invocation) {
        WantedAccess access = access(call.record(), call.permission(), invocation);
        DocumentEntry entry = DocumentTransactions.find(call.record(), call.document(), invocation);
        permissions.require(access.toRead(entry));
        RefusedException.unless(
                ObjectRegister.objects(entry.objects()).stream()
                        .anyMatch(object -> object.key().equals(call.object())),
                LedgerErrorCode.OBJECT_UNKNOWN,
                "the document does not name " + call.object());
        RefusedException.unless(
                call.object().kind() == ObjectKind.BODY || !isForSingleDocuments(access.permission()),
                LedgerErrorCode.OBJECT_NOT_ALLOWED,
                "what envelope and label say stands in the grant of single documents");
        if (call.object().kind() != ObjectKind.LABEL) {
            requireFreshPermit(entry, access.member(), invocation);
        }
        return signer.get(call.object(), invocation.time());
    }

    private void requireFreshPermit(DocumentEntry entry, Member member, Invocation invocation) {
        Permit permit = invocation
                .ledger()
                .find(Permit.class, LedgerKey.permit(entry.subject().record(), entry.id(), member.id()))
                .orElseThrow(() -> new RefusedException(
                        LedgerErrorCode.PERMIT_MISSING, "the document has not been opened by a transaction"));
        RefusedException.unless(
                invocation.time().isBefore(permit.time().plus(permitAge)),
                LedgerErrorCode.PERMIT_TOO_OLD,
                "the permit is of " + permit.time());
    }

    private static boolean isForSingleDocuments(Optional<Permission> permission) {
        return permission.filter(found -> !found.scope().documents().isEmpty()).isPresent();
    }

    private StoreUrls grant(GrantUrls call, Invocation invocation) {
        WantedAccess access = access(call.record(), call.permission(), invocation);
        permissions.require(access);
        Permission permission = invocation.requirePermission(call.record(), call.permission());
        return signer.get(permission.grant().key(), invocation.time());
    }

    private WantedAccess access(PatientPseudonym record, PermissionId permission, Invocation invocation) {
        Member member = members.requireClinician(invocation);
        return WantedAccess.toRecord(
                invocation.record(record), member, invocation.permission(record, permission), invocation.time());
    }

    private StoreUrls ownerUpload(OwnerUploadUrls call, Invocation invocation) {
        invocation.openRecord(call.record());
        new ObjectRegister(invocation.ledger()).requireFreeFor(call.record(), call.object());
        requireOwnerMayPut(call.record(), call.object().key(), invocation);
        return signer.put(call.object(), invocation.time());
    }

    private StoreUrls ownerUploadStatus(OwnerUploadStatusUrls call, Invocation invocation) {
        invocation.openRecord(call.record());
        new ObjectRegister(invocation.ledger()).requireFreeFor(call.record(), call.object());
        requireOwnerMayPut(call.record(), call.object(), invocation);
        return signer.head(call.object(), invocation.time());
    }

    private static void requireOwnerMayPut(PatientPseudonym record, ObjectKey object, Invocation invocation) {
        switch (object.kind()) {
            case GRANT -> {
                if (!new ObjectRegister(invocation.ledger()).knows(object)) {
                    requireNextGrant(record, object, invocation);
                }
            }
            case PRIVATE_BODY, PRIVATE_ENVELOPE, PRIVATE_LABEL -> {}
            case BODY, ENVELOPE, LABEL, RECOVERY_SNAPSHOT ->
                throw new RefusedException(LedgerErrorCode.OBJECT_NOT_ALLOWED, "an owner does not put " + object);
        }
    }

    private static void requireNextGrant(PatientPseudonym record, ObjectKey object, Invocation invocation) {
        var permission =
                invocation.ledger().find(Permission.class, LedgerKey.permission(new PermissionId(object.name())));
        boolean isNext = permission
                .map(found -> found.record().equals(record)
                        && object.version() > found.grant().key().version())
                .orElse(object.version() == 1);
        RefusedException.unless(
                isNext,
                LedgerErrorCode.OBJECT_NOT_ALLOWED,
                object + " is not a newer version of a grant of this record");
        RefusedException.unless(
                permission.filter(Permission::isRevoked).isEmpty(),
                LedgerErrorCode.PERMISSION_REVOKED,
                "the permission is revoked for good");
    }

    private StoreUrls ownerDownload(OwnerDownloadUrls call, Invocation invocation) {
        PatientRecord record = invocation.record(call.record());
        RefusedException.unless(
                record.status() != RecordStatus.CLOSED,
                LedgerErrorCode.RECORD_NOT_OPEN,
                "record " + call.record() + " is closed");
        new ObjectRegister(invocation.ledger()).requireNamed(call.record(), call.object());
        return signer.get(call.object(), invocation.time());
    }

    private static boolean isClinical(ObjectKind kind) {
        return switch (kind) {
            case BODY, ENVELOPE, LABEL -> true;
            case GRANT, RECOVERY_SNAPSHOT, PRIVATE_BODY, PRIVATE_ENVELOPE, PRIVATE_LABEL -> false;
        };
    }
}
