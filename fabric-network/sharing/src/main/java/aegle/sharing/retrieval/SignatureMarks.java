// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.record.SigningPublicKey;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The marks of a list of documents: whether those who are said to have signed an entry have. Says nothing about the content, which is
 * checked when the document is opened. Threads may share it.
 */
public final class SignatureMarks {
    private final DocumentVerification verification;
    private final Set<Checked> holding = ConcurrentHashMap.newKeySet();

    public SignatureMarks(RecordLedger ledger, DocumentReader reader) {
        this.verification = new DocumentVerification(ledger, reader.members(), reader.cipher());
    }

    /** Tells whether uploader and owner have signed; false also while that cannot be checked. Repeating it is cheap. */
    public boolean hold(DocumentEntry entry, SigningPublicKey ownerKey) {
        var checked = new Checked(entry, ownerKey);
        if (holding.contains(checked)) {
            return true;
        }
        try {
            verification.requireSignatures(entry, ownerKey);
            holding.add(checked);
            return true;
        } catch (SharingException e) {
            return false;
        }
    }

    private record Checked(DocumentEntry entry, SigningPublicKey ownerKey) {}
}
