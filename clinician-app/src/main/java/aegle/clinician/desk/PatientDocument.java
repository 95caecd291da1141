// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.crypto.seal.DocumentLabel;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.retrieval.ListedDocument;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A document in a patient's list.
 *
 * @param listed with what its sealed label says, or which check the label failed
 * @param confirmed whether the patient has signed that it is hers, and her signature and the uploader's hold
 * @param uploader who she is in the directory; empty if that cannot be had now
 */
public record PatientDocument(ListedDocument listed, boolean confirmed, Optional<Member> uploader) {

    public DocumentEntry entry() {
        return listed.entry();
    }

    public Optional<DocumentLabel> label() {
        return listed.label();
    }

    /** The date of service, or the day of the upload while the label is missing. */
    public LocalDate date() {
        return label().map(DocumentLabel::dateOfService)
                .orElseGet(() -> LocalDate.ofInstant(entry().recordedAt(), ZoneOffset.UTC));
    }
}
