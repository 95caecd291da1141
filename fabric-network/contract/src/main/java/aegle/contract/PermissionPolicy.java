// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.RecordStatus;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import java.util.Optional;

/**
 * Decides whether a permission allows what is wanted ({@code docs/rules.md}, rules 2 and 4). Everything that a grantee gets is
 * asked for here; that the caller is an active clinician is {@link MemberPolicy}'s question.
 *
 * <p>Not final, so that a test can put one in its place that permits everything and see that the others notice.
 */
public class PermissionPolicy {

    /** Returns why the wanted access is refused; empty if it is permitted. */
    public Optional<LedgerErrorCode> refusal(WantedAccess wanted) {
        if (wanted.record().status() != RecordStatus.OPEN) {
            return Optional.of(LedgerErrorCode.RECORD_NOT_OPEN);
        } else if (wanted.permission().isEmpty()) {
            return Optional.of(LedgerErrorCode.PERMISSION_UNKNOWN);
        }
        Permission permission = wanted.permission().get();
        return ended(permission, wanted).or(() -> notCovered(permission.scope(), wanted));
    }

    final void require(WantedAccess wanted) {
        refusal(wanted).ifPresent(code -> {
            throw new RefusedException(code, "record " + wanted.record().id());
        });
    }

    private static Optional<LedgerErrorCode> ended(Permission permission, WantedAccess wanted) {
        if (!permission.grantee().equals(wanted.member().id())) {
            return Optional.of(LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN);
        } else if (permission.isRevoked()) {
            return Optional.of(LedgerErrorCode.PERMISSION_REVOKED);
        } else if (permission.scope().validity().isAfter(wanted.time())) {
            return Optional.of(LedgerErrorCode.PERMISSION_NOT_YET_VALID);
        } else if (permission.scope().validity().isBefore(wanted.time())) {
            return Optional.of(LedgerErrorCode.PERMISSION_EXPIRED);
        }
        return Optional.empty();
    }

    private static Optional<LedgerErrorCode> notCovered(PermissionScope scope, WantedAccess wanted) {
        if (wanted.right().filter(right -> !scope.rights().contains(right)).isPresent()) {
            return Optional.of(LedgerErrorCode.RIGHT_MISSING);
        } else if (wanted.category()
                .filter(category -> !scope.categories().contains(category))
                .isPresent()) {
            return Optional.of(LedgerErrorCode.CATEGORY_NOT_COVERED);
        }
        boolean covered = wanted.category()
                .flatMap(category -> wanted.document().map(document -> scope.covers(category, document)))
                .orElse(true);
        return covered ? Optional.empty() : Optional.of(LedgerErrorCode.DOCUMENT_NOT_COVERED);
    }
}
