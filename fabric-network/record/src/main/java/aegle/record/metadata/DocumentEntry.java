// SPDX-License-Identifier: Apache-2.0

package aegle.record.metadata;

import aegle.record.DocumentId;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.command.TaggedSignature;
import java.time.Instant;
import java.util.Optional;

/**
 * The paper's clinical metadata: what the ledger says about one document. Says nothing about its content that could be guessed.
 *
 * @param subject what the uploader signed, with her own time
 * @param epoch the category's epoch to which envelope and label are sealed
 * @param recordedAt the ledger's time of the upload
 * @param countersignature the patient's, once she has opened and checked the document
 */
public record DocumentEntry(
        DocumentSubject subject,
        int epoch,
        TaggedSignature uploaderSignature,
        StoredDocument objects,
        Instant recordedAt,
        Optional<TaggedSignature> countersignature,
        long version) {

    public DocumentId id() {
        return subject.document();
    }

    public DocumentCategory category() {
        return subject.category();
    }

    public DocumentEntry countersigned(TaggedSignature signature) {
        return new DocumentEntry(
                subject, epoch, uploaderSignature, objects, recordedAt, Optional.of(signature), version + 1);
    }
}
