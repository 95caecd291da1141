// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.EncryptionRecipient;
import java.util.Arrays;
import java.util.Optional;

/**
 * What opens one document and says what it is ({@code docs/envelope.md}): an age file to its category's recipient.
 *
 * <p>It is authentic by its hash on the ledger, not by itself. After opening compare {@link #context()} and
 * {@link #upload()} with the ledger, and the opened document with the commitment.
 */
public final class Envelope implements AutoCloseable {
    /** Of the sealed envelope, in bytes. */
    public static final int MAXIMUM_SEALED_LENGTH = 64 << 10;

    static final VersionedFormat FORMAT = new VersionedFormat("envelope", 1);

    private final SealedContext context;
    private final DocumentKeys keys;
    private final DocumentDescription description;
    private final UploadStatement upload;
    private final Optional<DocumentOrigin> origin;

    /** Takes over {@code keys} and {@code origin}, and closes them with itself. */
    public Envelope(
            SealedContext context,
            DocumentKeys keys,
            DocumentDescription description,
            UploadStatement upload,
            Optional<DocumentOrigin> origin) {
        if (keys.surfaceKey().isPresent() != context.generation() > 0) {
            throw new IllegalArgumentException("a surface key belongs to generation 1 and later, and to each of them");
        }
        this.context = context;
        this.keys = keys;
        this.description = description;
        this.upload = upload;
        this.origin = origin;
    }

    public SealedContext context() {
        return context;
    }

    public DocumentKeys keys() {
        return keys;
    }

    public DocumentDescription description() {
        return description;
    }

    public UploadStatement upload() {
        return upload;
    }

    public Optional<DocumentOrigin> origin() {
        return origin;
    }

    /** Tells whether C opens to the described content for the document with this number on the ledger. */
    public boolean commitsTo(OpaqueId documentId) {
        return keys.commitmentKey().commit(documentId, description.content()).equals(upload.commitment());
    }

    /** Seal to the recipient of the category's epoch. */
    public byte[] seal(EncryptionRecipient recipient) {
        byte[] plaintext = json().utf8();
        try {
            return AgeFile.seal(plaintext, recipient);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    /** Open with the keys of the category's epoch. */
    public static Envelope open(byte[] sealed, EncryptionKeyPair keys)
            throws DecryptionException, FormatVersionUnknownException {
        byte[] plaintext = AgeFile.open(sealed, keys, MAXIMUM_SEALED_LENGTH);
        try {
            return decode(plaintext);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    /** Read what lay under the seal. */
    static Envelope decode(byte[] plaintext) throws DecryptionException, FormatVersionUnknownException {
        return JsonFields.read(plaintext, FORMAT, EnvelopeFormat::read);
    }

    JsonObject json() {
        return EnvelopeFormat.json(this);
    }

    @Override
    public void close() {
        keys.close();
        origin.ifPresent(DocumentOrigin::close);
    }

    @Override
    public String toString() {
        return "Envelope[secret]";
    }
}
