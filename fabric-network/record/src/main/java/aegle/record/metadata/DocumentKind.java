// SPDX-License-Identifier: Apache-2.0

package aegle.record.metadata;

import java.util.Arrays;
import java.util.Optional;

/** The fixed list of document types that a sealed label may name, each with the category it usually belongs to. */
public enum DocumentKind {
    HISTORY_AND_PHYSICAL_EXAMINATION(DocumentCategory.HISTORY_AND_PHYSICAL),
    LABORATORY_REPORT(DocumentCategory.LABORATORY_RESULTS),
    TREATMENT_SUMMARY(DocumentCategory.RADIATION_DOSE),
    OTHER_DOCUMENT(DocumentCategory.HISTORY_AND_PHYSICAL);

    private final DocumentCategory category;

    DocumentKind(DocumentCategory category) {
        this.category = category;
    }

    public DocumentCategory category() {
        return category;
    }

    /** The type with this name in a label; empty for one of another program. */
    public static Optional<DocumentKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The type that is meant when only the category is known. */
    public static DocumentKind usual(DocumentCategory category) {
        return switch (category) {
            case HISTORY_AND_PHYSICAL -> HISTORY_AND_PHYSICAL_EXAMINATION;
            case LABORATORY_RESULTS -> LABORATORY_REPORT;
            case RADIATION_DOSE -> TREATMENT_SUMMARY;
        };
    }
}
