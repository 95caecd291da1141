// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.DecryptionException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.EncryptionRecipient;

/**
 * Bytes of the caller's own format sealed to one recipient, such as a request for access. Proves nothing about the sender;
 * what is inside must carry its own signature.
 */
public final class SealedMessage {
    /** Of the plaintext, in bytes. */
    public static final int MAXIMUM_LENGTH = 48 << 10;
    /** Of the sealed message, in bytes. */
    public static final int MAXIMUM_SEALED_LENGTH = 64 << 10;

    private SealedMessage() {}

    /** Seal at most {@value #MAXIMUM_LENGTH} bytes. */
    public static byte[] seal(byte[] message, EncryptionRecipient recipient) {
        if (message.length > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("a message has at most " + MAXIMUM_LENGTH + " bytes");
        }
        return AgeFile.seal(message, recipient);
    }

    /** Open a message; the caller wipes it if it is secret. */
    public static byte[] open(byte[] sealed, EncryptionKeyPair keys) throws DecryptionException {
        return AgeFile.open(sealed, keys, MAXIMUM_SEALED_LENGTH);
    }
}
