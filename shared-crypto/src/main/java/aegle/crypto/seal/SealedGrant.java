// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.Octets;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.EncryptionRecipient;
import java.util.Arrays;

/**
 * The keys for one permission, signed by the record's owner and sealed to one clinician ({@code docs/grant.md}).
 *
 * <p>The order matters: open, compare {@link #contentDigest()} under the owner's {@code grant} statement with
 * {@link #signature()}, and only then read {@link #content()}. It proves a key, not a person.
 *
 * <pre>{@code
 * try (var grant = SealedGrant.open(bytes, keys)) {
 *     statement.verify(pinnedOwnerKey, grant.contentDigest(), grant.signature());
 *     try (GrantContent content = grant.content()) { … }
 * }
 * }</pre>
 */
public final class SealedGrant implements AutoCloseable {
    /** Of the sealed grant, in bytes. */
    public static final int MAXIMUM_SEALED_LENGTH = 1 << 20;

    private static final VersionedFormat FORMAT = new VersionedFormat("grant", 1);
    private static final int MAXIMUM_CONTENT_LENGTH = 740 << 10;

    private final byte[] content;
    private final Octets signature;

    private SealedGrant(byte[] content, Octets signature) {
        this.content = content;
        this.signature = signature;
    }

    /**
     * Puts the encoded content ({@link GrantContent#encode}) and the owner's tagged signature together; copies the
     * content.
     *
     * @throws GrantTooLargeException if the store would not take it
     */
    public static SealedGrant of(byte[] encodedContent, Octets signature) throws GrantTooLargeException {
        if (encodedContent.length > MAXIMUM_CONTENT_LENGTH) {
            throw new GrantTooLargeException();
        }
        return new SealedGrant(encodedContent.clone(), signature);
    }

    /** Returns SHA-256 of the content's bytes, which the owner signed. */
    public Digest contentDigest() {
        return Digest.sha256Of(content);
    }

    /** Returns the owner's tagged signature, unverified. */
    public Octets signature() {
        return signature;
    }

    /** Read the content; call it after the signature has been verified. */
    public GrantContent content() throws DecryptionException, FormatVersionUnknownException {
        try {
            return JsonFields.readUnversioned(content, GrantFormat::read);
        } catch (GrantFormat.UnknownInside e) {
            throw e.unknown();
        }
    }

    /** Seal to a clinician's PKE. */
    public byte[] seal(EncryptionRecipient recipient) {
        byte[] plaintext = encode();
        try {
            return AgeFile.seal(plaintext, recipient);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    /** Open with SKE_D. */
    public static SealedGrant open(byte[] sealed, EncryptionKeyPair keys)
            throws DecryptionException, FormatVersionUnknownException {
        byte[] plaintext = AgeFile.open(sealed, keys, MAXIMUM_SEALED_LENGTH);
        try {
            return decode(plaintext);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    /** Read what lay under the seal. */
    static SealedGrant decode(byte[] plaintext) throws DecryptionException, FormatVersionUnknownException {
        return JsonFields.read(
                plaintext, FORMAT, fields -> new SealedGrant(fields.binary("content"), fields.octets("sig")));
    }

    /** Returns what lies under the seal; secret, the caller wipes it. */
    byte[] encode() {
        return JsonObject.versioned(FORMAT)
                .binary("content", content)
                .octets("sig", signature)
                .utf8();
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return "SealedGrant[secret]";
    }
}
