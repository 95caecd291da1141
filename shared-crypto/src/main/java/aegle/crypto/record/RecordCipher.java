// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.DecryptionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens the bodies of documents: Tink's streaming AEAD, AES256-GCM-HKDF-1MB ({@code docs/body.md}), with the
 * JDK alone.
 *
 * <p>Reads and writes once, with several workers and a memory that does not grow with the document. Any altered, cut,
 * repeated or reordered segment is refused, as is a body of another key, document or generation.
 *
 * <p>Opening writes plaintext before the last segment has been seen: <b>whoever calls {@link #open} throws everything
 * away when it fails, and shows nothing before the commitment has been checked</b> ({@link CommitmentKey}).
 *
 * <pre>{@code
 * BodyDigests sealed = cipher.seal(pdf, body, BodyLayer.document(key, fid), CipherProgress.NONE);
 * Digest commitment = r.commit(documentId, sealed.plaintext());
 * }</pre>
 */
public final class RecordCipher {
    /** 256 MiB. */
    public static final long MAXIMUM_DOCUMENT_LENGTH = 256L << 20;

    private static final int TAG_LENGTH = SegmentCipher.TAG_LENGTH;
    private static final int CIPHERTEXT_LENGTH = Segment.LENGTH;
    private static final int PLAINTEXT_LENGTH = CIPHERTEXT_LENGTH - TAG_LENGTH;

    private final SecureRandom random;
    private final int workers;

    /** Makes a cipher that works on {@code workers} segments at once; two saturate most disks. */
    public RecordCipher(SecureRandom random, int workers) {
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("a cipher has 1 to 64 workers, not " + workers);
        }
        this.random = random;
        this.workers = workers;
    }

    /**
     * Run AES-GCM on small inputs until the JIT compiler knows it: about a second of one core, best in the background
     * when a program starts. Changes only the speed; stops early when interrupted. Without it a JVM works through its
     * first documents at a hundredth of its speed (see docs/body.md).
     */
    public static void warmUp() {
        SegmentCipher.warmUp();
    }

    /** Returns the length of a body whose layer holds so many bytes. */
    public static long sealedLength(long plaintextLength) {
        long first = PLAINTEXT_LENGTH - StreamHeader.LENGTH;
        long later = Math.max(0, plaintextLength - first);
        long segments = 1 + (later + PLAINTEXT_LENGTH - 1) / PLAINTEXT_LENGTH;
        return StreamHeader.LENGTH + plaintextLength + segments * TAG_LENGTH;
    }

    /**
     * Seal {@code document} into {@code body}. Closes neither.
     *
     * @throws DocumentTooLargeException after at most 256 MiB have been written
     * @throws CancellationException if {@code progress} said so
     */
    public BodyDigests seal(InputStream document, OutputStream body, BodyLayer layer, CipherProgress progress)
            throws IOException, DocumentTooLargeException {
        var header = StreamHeader.random(random);
        var reader = new SegmentReader(
                document, PLAINTEXT_LENGTH - StreamHeader.LENGTH, PLAINTEXT_LENGTH, layer.maximumPlaintextLength());
        try (var pass = new CipherPass(body, progress, Cipher.ENCRYPT_MODE, workers)) {
            pass.ciphertextDigest().update(header.bytes());
            body.write(header.bytes());
            return pass.run(reader, header, layer);
        } catch (SegmentReader.TooLong e) {
            throw new DocumentTooLargeException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM could not seal", e);
        }
    }

    /**
     * Open {@code body} into {@code document}. Closes neither. Check the returned plaintext digest against the
     * commitment, and the ciphertext digest against the ledger.
     *
     * @throws DecryptionException when anything about the body is wrong; what was written must be thrown away
     * @throws CancellationException if {@code progress} said so
     */
    public BodyDigests open(InputStream body, OutputStream document, BodyLayer layer, CipherProgress progress)
            throws IOException, DecryptionException {
        var header = StreamHeader.read(body);
        var reader = new SegmentReader(
                body,
                CIPHERTEXT_LENGTH - StreamHeader.LENGTH,
                CIPHERTEXT_LENGTH,
                sealedLength(layer.maximumPlaintextLength()) - StreamHeader.LENGTH);
        try (var pass = new CipherPass(document, progress, Cipher.DECRYPT_MODE, workers)) {
            pass.ciphertextDigest().update(header.bytes());
            return pass.run(reader, header, layer);
        } catch (GeneralSecurityException | SegmentReader.TooLong e) {
            throw new DecryptionException();
        }
    }

    static SecretKeySpec streamKey(StreamHeader header, BodyLayer layer) {
        byte[] bytes = header.streamKey(layer);
        try {
            return new SecretKeySpec(bytes, "AES");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
