// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.OpaqueId;
import aegle.crypto.record.BodyLayer;
import aegle.crypto.record.CommitmentKey;
import aegle.crypto.record.DocumentKey;
import aegle.crypto.record.SurfaceKey;
import java.security.SecureRandom;
import java.util.Optional;

/** The secrets of one document that its envelope carries. Closing closes them all. */
public final class DocumentKeys implements AutoCloseable {
    private final DocumentKey documentKey;
    private final CommitmentKey commitmentKey;
    private final Optional<SurfaceKey> surfaceKey;

    /** Takes over the keys; {@code surfaceKey} is there from generation 1 on. */
    public DocumentKeys(DocumentKey documentKey, CommitmentKey commitmentKey, Optional<SurfaceKey> surfaceKey) {
        this.documentKey = documentKey;
        this.commitmentKey = commitmentKey;
        this.surfaceKey = surfaceKey;
    }

    /** Draws the keys of a new document. */
    public static DocumentKeys generate(SecureRandom random) {
        return new DocumentKeys(DocumentKey.generate(random), CommitmentKey.generate(random), Optional.empty());
    }

    public DocumentKey documentKey() {
        return documentKey;
    }

    public CommitmentKey commitmentKey() {
        return commitmentKey;
    }

    public Optional<SurfaceKey> surfaceKey() {
        return surfaceKey;
    }

    /** Returns the inner layer of the body, the only one in generation 0. */
    public BodyLayer documentLayer(OpaqueId fid) {
        return BodyLayer.document(documentKey, fid);
    }

    @Override
    public void close() {
        documentKey.close();
        commitmentKey.close();
        surfaceKey.ifPresent(SurfaceKey::close);
    }

    @Override
    public String toString() {
        return "DocumentKeys[secret]";
    }
}
