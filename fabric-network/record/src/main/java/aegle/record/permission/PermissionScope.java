// SPDX-License-Identifier: Apache-2.0

package aegle.record.permission;

import aegle.record.DocumentId;
import aegle.record.metadata.DocumentCategory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a permission allows, in which part of the record and when.
 *
 * @param documents "just these": if not empty, only these documents, each of one of the categories, may be read
 */
public record PermissionScope(
        Set<Right> rights,
        Set<DocumentCategory> categories,
        List<DocumentId> documents,
        ValidityPeriod validity,
        Optional<StudyConsent> study) {
    public static final int MAX_DOCUMENTS = 200;

    public PermissionScope {
        rights = Set.copyOf(rights);
        categories = Set.copyOf(categories);
        documents = List.copyOf(documents);
        if (rights.isEmpty() || categories.isEmpty()) {
            throw new IllegalArgumentException("a permission names at least one right and one category");
        }
        if (documents.size() > MAX_DOCUMENTS) {
            throw new IllegalArgumentException("a permission names at most " + MAX_DOCUMENTS + " documents");
        }
        if (!documents.isEmpty() && rights.contains(Right.WRITE)) {
            throw new IllegalArgumentException("adding is allowed for categories, not for single documents");
        }
        if (rights.contains(Right.SHARE) != study.isPresent()) {
            throw new IllegalArgumentException("the right to share and the study belong together");
        }
    }

    /** Tells whether the scope reaches a document of that category. */
    public boolean covers(DocumentCategory category, DocumentId document) {
        return categories.contains(category) && (documents.isEmpty() || documents.contains(document));
    }
}
