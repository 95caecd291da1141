// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.DecryptionException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.identity.WrappedKey;
import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An age v1 file (c2sp.org/age) to one hybrid recipient. {@code age -d} opens it with the recipient's identity. It does
 * not prove who sealed it.
 */
final class AgeFile {
    private AgeFile() {}

    static byte[] seal(byte[] plaintext, EncryptionRecipient recipient) {
        var file = new ByteArrayOutputStream();
        try (var channel = new StandardEncryptingChannelFactory()
                .newEncryptingChannel(
                        Channels.newChannel(file), List.of(fileKey -> List.of(wrap(fileKey, recipient))))) {
            var remaining = ByteBuffer.wrap(plaintext);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a file in memory could not be sealed", e);
        }
        return file.toByteArray();
    }

    /** Open a file of at most {@code limit} bytes; the caller wipes the plaintext. */
    static byte[] open(byte[] file, EncryptionKeyPair keys, int limit) throws DecryptionException {
        if (file.length > limit) {
            throw new DecryptionException();
        }
        var plaintext = ByteBuffer.allocate(file.length);
        try (var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(file)),
                        List.of(stanzas -> unwrap(stanzas, keys)))) {
            while (channel.read(plaintext) >= 0) {
                if (!plaintext.hasRemaining()) {
                    throw new DecryptionException();
                }
            }
            return Arrays.copyOf(plaintext.array(), plaintext.position());
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // The parser of a hostile file may fail in any way; all of them are the one mute refusal.
            throw new DecryptionException();
        } finally {
            Arrays.fill(plaintext.array(), (byte) 0);
        }
    }

    private static HybridStanza wrap(FileKey fileKey, EncryptionRecipient recipient) {
        // This is jagged's own array and no copy: wiping it here would change the key of the payload.
        return new HybridStanza(recipient.wrap(fileKey.getEncoded(), HybridStanza.INFO));
    }

    private static FileKey unwrap(Iterable<RecipientStanza> stanzas, EncryptionKeyPair keys)
            throws GeneralSecurityException {
        Optional<FileKey> found = Optional.empty();
        for (RecipientStanza stanza : stanzas) {
            if (stanza.getType().equals(HybridStanza.TYPE)) {
                var wrapped = HybridStanza.wrappedKey(stanza);
                if (found.isEmpty()) {
                    found = fileKey(keys, wrapped);
                }
            }
        }
        return found.orElseThrow(() -> new GeneralSecurityException("sealed to others"));
    }

    private static Optional<FileKey> fileKey(EncryptionKeyPair keys, WrappedKey wrapped) {
        try {
            return Optional.of(new FileKey(keys.unwrap(wrapped, HybridStanza.INFO)));
        } catch (DecryptionException e) {
            return Optional.empty();
        }
    }
}
