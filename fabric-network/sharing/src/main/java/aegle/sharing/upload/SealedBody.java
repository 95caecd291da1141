// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.Digest;
import aegle.crypto.OpaqueId;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.ContentDigest;
import aegle.crypto.seal.DocumentDescription;
import aegle.crypto.seal.DocumentKeys;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.UploadStatement;
import aegle.record.CiphertextDigest;
import aegle.record.DocumentId;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import java.util.Optional;

/** A new document whose body lies in the outbox, with its keys. Closing wipes them. */
public final class SealedBody implements AutoCloseable {
    private final DocumentId document;
    private final DocumentKeys keys;
    private final BodyDigests digests;

    SealedBody(DocumentId document, DocumentKeys keys, BodyDigests digests) {
        this.document = document;
        this.keys = keys;
        this.digests = digests;
    }

    public DocumentId document() {
        return document;
    }

    /** The document's number as sealed objects have it. */
    public OpaqueId id() {
        return OpaqueId.of(document.value().toByteArray());
    }

    /** Digest and length of the document. */
    public ContentDigest content() {
        return digests.plaintext();
    }

    /** What the ledger is told of the content. */
    public Digest commitment() {
        return keys.commitmentKey().commit(id(), content());
    }

    /** The body as the ledger vouches for it, under {@code key} in the stores. */
    public StoredObject object(ObjectKey key) {
        return new StoredObject(
                key,
                CiphertextDigest.of(digests.ciphertext().sha256().bytes()),
                digests.ciphertext().length());
    }

    /** The document's envelope; its keys are wiped when this is closed. */
    public Envelope envelope(SealedContext context, DocumentDescription description, UploadStatement statement) {
        return new Envelope(context, keys, description, statement, Optional.empty());
    }

    @Override
    public void close() {
        keys.close();
    }

    @Override
    public String toString() {
        return "SealedBody[secret]";
    }
}
