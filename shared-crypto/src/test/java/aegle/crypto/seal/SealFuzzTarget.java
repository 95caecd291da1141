// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The age file that hostile bytes meet first, and what is read under its seal: anybody can seal to a public key. */
public final class SealFuzzTarget {
    private static final EncryptionKeyPair KEYS = Samples.recipientKeys();

    private SealFuzzTarget() {}

    public static boolean acceptsAgeFile(byte[] file) {
        return accepts(() -> AgeFile.open(file, KEYS, SealedGrant.MAXIMUM_SEALED_LENGTH));
    }

    public static boolean acceptsEnvelope(byte[] plaintext) {
        return accepts(() -> {
            byte[] written = envelope(plaintext);
            requireSame(written, envelope(written));
        });
    }

    public static boolean acceptsLabel(byte[] plaintext) {
        return accepts(() -> {
            byte[] written = DocumentLabel.decode(plaintext).encode();
            requireSame(written, DocumentLabel.decode(written).encode());
        });
    }

    /** Read as a grant, whose content is text in a text, and as such a content. */
    public static boolean acceptsGrant(byte[] plaintext) {
        boolean grant = accepts(() -> {
            try (var read = SealedGrant.decode(plaintext);
                    var again = SealedGrant.decode(read.encode())) {
                requireSame(read.encode(), again.encode());
            }
        });
        boolean content = accepts(() -> {
            byte[] written = content(plaintext);
            requireSame(written, content(written));
        });
        return grant || content;
    }

    public static List<byte[]> ageFiles() {
        return List.of(
                AgeFile.seal(new byte[0], KEYS.recipient()),
                AgeFile.seal(Samples.label().encode(), KEYS.recipient()),
                "age-encryption.org/v1\n-> X25519 a\n".getBytes(StandardCharsets.US_ASCII));
    }

    public static List<byte[]> envelopes() {
        return List.of(
                Samples.envelope().json().utf8(),
                Samples.rotatedEnvelope().json().utf8());
    }

    public static List<byte[]> labels() {
        return List.of(Samples.label().encode());
    }

    public static List<byte[]> grants() throws GrantTooLargeException {
        byte[] categories = Samples.categoryGrant().encode();
        byte[] files = Samples.fileGrant().encode();
        return List.of(
                categories, files, SealedGrant.of(files, Samples.signature()).encode());
    }

    private static byte[] envelope(byte[] plaintext) throws DecryptionException, FormatVersionUnknownException {
        try (var envelope = Envelope.decode(plaintext)) {
            return envelope.json().utf8();
        }
    }

    private static byte[] content(byte[] plaintext) throws DecryptionException, FormatVersionUnknownException {
        try (var sealed = SealedGrant.of(plaintext, Samples.signature());
                var grant = sealed.content()) {
            return grant.encode();
        } catch (GrantTooLargeException e) {
            throw new DecryptionException();
        }
    }

    /** Order and spacing are free, so the first writing may differ from what was read; the second may not. */
    private static void requireSame(byte[] written, byte[] again) {
        if (!Arrays.equals(written, again)) {
            throw new AssertionError("what was written is read as something else");
        }
    }

    private static boolean accepts(Reading reading) {
        try {
            reading.read();
            return true;
        } catch (DecryptionException | FormatVersionUnknownException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws DecryptionException, FormatVersionUnknownException;
    }
}
