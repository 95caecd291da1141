// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.privatefile;

import aegle.record.Bytes;
import aegle.record.DocumentId;
import aegle.record.call.DocumentCalls.AddPrivateDocument;
import aegle.record.metadata.StoredDocument;
import aegle.sharing.upload.Consignment;

/**
 * A private file that is not on the ledger yet, or not in every store, as the journal keeps it.
 *
 * @param call what will be sent to the ledger
 */
public record PendingPrivateFile(AddPrivateDocument call, Bytes envelope, Bytes label) implements Consignment {
    @Override
    public DocumentId document() {
        return call.document();
    }

    @Override
    public StoredDocument objects() {
        return call.objects();
    }
}
