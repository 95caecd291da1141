// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.record.CategoryKey;
import aegle.record.PatientPseudonym;
import aegle.record.SigningPublicKey;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.sharing.key.PatientCard;
import aegle.sharing.link.IdentityLink;
import java.util.List;
import java.util.Optional;

/**
 * A record that a patient has opened to this clinician.
 *
 * @param patient as she says herself in her grant; hers only once the link is there
 * @param permissions all that count now
 * @param link who has compared the six words; empty while the identity is not confirmed
 */
public record GrantedRecord(
        PatientPseudonym id,
        SigningPublicKey ownerKey,
        PatientCard patient,
        List<Permission> permissions,
        List<CategoryKey> categoryKeys,
        Optional<IdentityLink> link) {

    /** The permission by which this document may be read. */
    public Optional<Permission> readingPermission(DocumentEntry entry) {
        return permissions.stream()
                .filter(permission -> permission.scope().rights().contains(Right.READ)
                        && permission.scope().covers(entry.category(), entry.id()))
                .findFirst();
    }

    /** The permission by which something may be added to a category. */
    public Optional<Permission> writingPermission(DocumentCategory category) {
        return permissions.stream()
                .filter(permission -> permission.scope().rights().contains(Right.WRITE)
                        && permission.scope().categories().contains(category))
                .findFirst();
    }

    public Optional<CategoryKey> categoryKey(DocumentCategory category) {
        return categoryKeys.stream().filter(key -> key.category() == category).findFirst();
    }

    public boolean isIdentityConfirmed() {
        return link.isPresent();
    }
}
