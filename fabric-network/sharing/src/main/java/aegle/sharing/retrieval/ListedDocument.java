// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.seal.DocumentLabel;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.IntegrityCheck;
import java.util.Optional;

/**
 * A document in a list.
 *
 * @param label what its sealed label says; empty if no store has it now, it is not for the reader, or a check failed
 * @param failure the check that its label failed: stores or uploader are not to be trusted about this document
 */
public record ListedDocument(DocumentEntry entry, Optional<DocumentLabel> label, Optional<IntegrityCheck> failure) {

    /** A document about whose label nothing is wrong. */
    public ListedDocument(DocumentEntry entry, Optional<DocumentLabel> label) {
        this(entry, label, Optional.empty());
    }

    static ListedDocument failing(DocumentEntry entry, IntegrityCheck check) {
        return new ListedDocument(entry, Optional.empty(), Optional.of(check));
    }
}
