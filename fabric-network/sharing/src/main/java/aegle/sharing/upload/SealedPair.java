// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.Digest;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.Envelope;
import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;

/** Envelope and label of one document, sealed to the same recipient. */
public record SealedPair(Bytes envelope, Bytes label) {

    public static SealedPair seal(Envelope envelope, DocumentLabel label, EncryptionRecipient recipient) {
        return new SealedPair(Bytes.of(envelope.seal(recipient)), Bytes.of(label.seal(recipient)));
    }

    /** What the ledger says of this pair beside its body, under {@code name} in the store. */
    public StoredDocument objects(StoredObject body, Bytes name) {
        boolean isPrivate = body.key().kind() == ObjectKind.PRIVATE_BODY;
        return new StoredDocument(
                body,
                stored(isPrivate ? ObjectKind.PRIVATE_ENVELOPE : ObjectKind.ENVELOPE, name, envelope),
                stored(isPrivate ? ObjectKind.PRIVATE_LABEL : ObjectKind.LABEL, name, label));
    }

    private static StoredObject stored(ObjectKind kind, Bytes name, Bytes sealed) {
        byte[] bytes = sealed.toByteArray();
        return new StoredObject(
                new ObjectKey(kind, name, 0),
                CiphertextDigest.of(Digest.sha256Of(bytes).bytes()),
                bytes.length);
    }
}
