// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.PatientRecord;
import aegle.record.RecordStatus;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Instant;
import java.util.Optional;

/** What a permission is good for, as the model has it: the first thing in the way is the reason. */
record Rights(PatientRecord record, Member member, Optional<Permission> permission, Instant when) {
    static Rights of(PatientRecord record, Member member, Optional<Permission> permission, Instant when) {
        return new Rights(record, member, permission, when);
    }

    /** Why nothing at all goes. */
    Optional<LedgerErrorCode> refusal() {
        if (record.status() != RecordStatus.OPEN) {
            return Optional.of(LedgerErrorCode.RECORD_NOT_OPEN);
        } else if (permission.isEmpty()) {
            return Optional.of(LedgerErrorCode.PERMISSION_UNKNOWN);
        }
        Permission given = permission.get();
        if (!given.grantee().equals(member.id())) {
            return Optional.of(LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN);
        } else if (given.isRevoked()) {
            return Optional.of(LedgerErrorCode.PERMISSION_REVOKED);
        } else if (when.isBefore(given.scope().validity().from())) {
            return Optional.of(LedgerErrorCode.PERMISSION_NOT_YET_VALID);
        }
        return when.isBefore(given.scope().validity().to())
                ? Optional.empty()
                : Optional.of(LedgerErrorCode.PERMISSION_EXPIRED);
    }

    Optional<LedgerErrorCode> refusal(Right right, DocumentCategory category) {
        return refusal().or(() -> missing(right, category));
    }

    private Optional<LedgerErrorCode> missing(Right right, DocumentCategory category) {
        var scope = permission.orElseThrow().scope();
        if (!scope.rights().contains(right)) {
            return Optional.of(LedgerErrorCode.RIGHT_MISSING);
        }
        return scope.categories().contains(category)
                ? Optional.empty()
                : Optional.of(LedgerErrorCode.CATEGORY_NOT_COVERED);
    }

    Optional<LedgerErrorCode> refusalToRead(DocumentEntry document) {
        return refusal(Right.READ, document.category()).or(() -> {
            var only = permission.orElseThrow().scope().documents();
            return only.isEmpty() || only.contains(document.id())
                    ? Optional.empty()
                    : Optional.of(LedgerErrorCode.DOCUMENT_NOT_COVERED);
        });
    }

    void require() {
        require(refusal());
    }

    static void require(Optional<LedgerErrorCode> refusal) {
        refusal.ifPresent(code -> {
            throw new Refused(code);
        });
    }
}
