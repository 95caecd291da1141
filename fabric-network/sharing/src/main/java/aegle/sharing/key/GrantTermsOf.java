// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.crypto.OpaqueId;
import aegle.crypto.seal.GrantTerms;
import aegle.record.MemberId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import java.util.List;
import java.util.Optional;

/** The terms inside a grant that say the same as a permission on the ledger. Both sides use it: one to seal, one to compare. */
final class GrantTermsOf {
    private GrantTermsOf() {}

    static GrantTerms permission(MemberId grantee, PermissionScope scope) {
        var rights = new GrantTerms.Rights(
                scope.rights().contains(Right.READ),
                scope.rights().contains(Right.WRITE),
                scope.rights().contains(Right.SHARE));
        List<String> categories =
                scope.categories().stream().sorted().map(DocumentCategory::name).toList();
        List<OpaqueId> documents = scope.documents().stream()
                .map(document -> OpaqueId.of(document.value().toByteArray()))
                .toList();
        return new GrantTerms(
                OpaqueId.of(grantee.value().toByteArray()),
                rights,
                new GrantTerms.Scope(categories, documents.isEmpty() ? Optional.empty() : Optional.of(documents)),
                new GrantTerms.Period(scope.validity().from(), scope.validity().to()),
                scope.study()
                        .map(study ->
                                new GrantTerms.Study(OpaqueId.of(study.study().toByteArray()), study.anonymised())));
    }
}
