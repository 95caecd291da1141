// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.record.Bytes;
import aegle.record.DocumentId;
import aegle.record.metadata.StoredDocument;

/** A sealed document on its way into the stores and onto the ledger, as a journal keeps it; its body lies in the outbox. */
public interface Consignment {
    DocumentId document();

    /** What the ledger will say of the objects. */
    StoredDocument objects();

    /** The sealed envelope as it goes into the stores. */
    Bytes envelope();

    /** The sealed label as it goes into the stores. */
    Bytes label();
}
