// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.record.Bytes;
import aegle.record.DocumentId;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.metadata.StoredDocument;

/**
 * An upload that is not on the ledger yet, or not in every store, as the journal keeps it.
 *
 * @param call what will be sent to the ledger
 * @param envelope and label as they go into the stores
 * @param ownEnvelope and label sealed to the uploader herself, from which both are sealed anew if the epoch moves on
 */
public record PendingUpload(AddDocument call, Bytes envelope, Bytes label, Bytes ownEnvelope, Bytes ownLabel)
        implements Consignment {
    @Override
    public DocumentId document() {
        return call.subject().document();
    }

    @Override
    public StoredDocument objects() {
        return call.objects();
    }
}
