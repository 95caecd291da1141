// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.crypto.seal.DocumentLabel;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.retrieval.ListedDocument;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A document of the record together with the clinician who added it.
 *
 * @param signed whether the signatures that the ledger shows under it hold
 */
public record HeldDocument(ListedDocument listed, boolean signed, Member uploader) {
    public DocumentEntry entry() {
        return listed.entry();
    }

    public Optional<DocumentLabel> label() {
        return listed.label();
    }

    /** Says whether the patient has confirmed it, by a signature that holds. */
    public boolean isConfirmed() {
        return signed && entry().countersignature().isPresent();
    }

    /** The date that the document is about; the date of the upload in {@code zone} when its label is missing. */
    public LocalDate date(ZoneId zone) {
        return label().map(DocumentLabel::dateOfService)
                .orElseGet(() -> entry().recordedAt().atZone(zone).toLocalDate());
    }

    /** The same document after it was confirmed. */
    public HeldDocument with(DocumentEntry changed) {
        return new HeldDocument(new ListedDocument(changed, label(), listed.failure()), true, uploader);
    }
}
