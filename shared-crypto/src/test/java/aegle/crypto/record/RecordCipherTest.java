// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.OpaqueId;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordCipherTest {
    private static final int SEGMENT = 1 << 20;
    private static final int FIRST = SEGMENT - 56;
    private static final int LATER = SEGMENT - 16;

    private final SecureRandom random = new SecureRandom();
    private final RecordCipher cipher = new RecordCipher(random, 2);
    private final DocumentKey key = DocumentKey.generate(random);
    private final OpaqueId fid = OpaqueId.random(random);
    private final BodyLayer layer = BodyLayer.document(key, fid);

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                15,
                16,
                17,
                1000,
                FIRST - 1,
                FIRST,
                FIRST + 1,
                FIRST + LATER - 1,
                FIRST + LATER,
                FIRST + LATER + 1,
                FIRST + 6 * LATER + 77
            })
    void tink_opens_what_we_seal_and_we_open_what_tink_seals(int length) throws Exception {
        byte[] document = document(length);

        byte[] ours = seal(document);
        byte[] theirs = sealWithTink(document);

        assertArrayEquals(document, openWithTink(ours));
        assertArrayEquals(document, open(theirs));
        assertEquals(RecordCipher.sealedLength(length), ours.length);
        assertEquals(ours.length, theirs.length);
    }

    @Test
    void tink_opens_a_surface_layer() throws Exception {
        var surfaceKey = SurfaceKey.generate(random);
        byte[] inner = seal(document(5000));
        var outer = new ByteArrayOutputStream();

        cipher.seal(new ByteArrayInputStream(inner), outer, BodyLayer.surface(surfaceKey, fid, 3), CipherProgress.NONE);

        byte[] data = ByteBuffer.allocate(17 + 16 + 4)
                .put("aegle/surface/v1\0".getBytes(StandardCharsets.US_ASCII))
                .put(fid.bytes())
                .putInt(3)
                .array();
        var tink = new AesGcmHkdfStreaming(surfaceKey.reveal(), "HmacSha256", 32, SEGMENT, 0);
        try (var opened = tink.newDecryptingStream(new ByteArrayInputStream(outer.toByteArray()), data)) {
            assertArrayEquals(inner, opened.readAllBytes());
        }
    }

    @Test
    void one_pass_digests_both_sides() throws Exception {
        byte[] document = document(FIRST + 3 * LATER + 5);
        var body = new ByteArrayOutputStream();

        BodyDigests sealed = cipher.seal(new ByteArrayInputStream(document), body, layer, CipherProgress.NONE);
        BodyDigests opened = cipher.open(
                new ByteArrayInputStream(body.toByteArray()),
                OutputStream.nullOutputStream(),
                layer,
                CipherProgress.NONE);

        assertEquals(new ContentDigest(Digest.sha256Of(document), document.length), sealed.plaintext());
        assertEquals(new ContentDigest(Digest.sha256Of(body.toByteArray()), body.size()), sealed.ciphertext());
        assertEquals(sealed, opened);
    }

    @Nested
    class Refuses {
        @Test
        void every_flipped_byte() throws Exception {
            byte[] body = seal(document(100));
            for (int place = 0; place < body.length; place++) {
                byte[] altered = body.clone();
                altered[place] ^= (byte) (1 << place % 8);
                assertRefused(altered, layer, "byte " + place);
            }
        }

        @Test
        void a_flipped_byte_in_any_segment() throws Exception {
            byte[] body = seal(document(FIRST + 2 * LATER + 10));
            for (int place : new int[] {SEGMENT - 1, SEGMENT, 2 * SEGMENT + 5, body.length - 1}) {
                byte[] altered = body.clone();
                altered[place] ^= 1;
                assertRefused(altered, layer, "byte " + place);
            }
        }

        @Test
        void every_truncation() throws Exception {
            byte[] body = seal(document(100));
            for (int length = 0; length < body.length; length++) {
                assertRefused(Arrays.copyOf(body, length), layer, "length " + length);
            }
            assertRefused(Arrays.copyOf(body, body.length + 1), layer, "one byte more");
        }

        @Test
        void truncation_at_and_around_a_segment_border() throws Exception {
            byte[] body = seal(document(FIRST + 2 * LATER + 10));
            for (int border : new int[] {SEGMENT, 2 * SEGMENT, 3 * SEGMENT}) {
                for (int length : new int[] {border - 1, border, border + 1, border + 16}) {
                    assertRefused(Arrays.copyOf(body, Math.min(length, body.length - 1)), layer, "length " + length);
                }
            }
        }

        @Test
        void swapped_repeated_and_missing_segments() throws Exception {
            byte[] body = seal(document(FIRST + 3 * LATER));
            byte[] first = Arrays.copyOf(body, SEGMENT);
            byte[] second = Arrays.copyOfRange(body, SEGMENT, 2 * SEGMENT);
            byte[] third = Arrays.copyOfRange(body, 2 * SEGMENT, 3 * SEGMENT);
            byte[] last = Arrays.copyOfRange(body, 3 * SEGMENT, body.length);

            assertArrayEquals(body, joined(first, second, third, last));
            assertRefused(joined(first, third, second, last), layer, "swapped");
            assertRefused(joined(first, second, second, third, last), layer, "repeated");
            assertRefused(joined(first, third, last), layer, "missing");
            assertRefused(joined(first, second, last, third), layer, "last before the end");
        }

        @Test
        void a_body_of_another_key_document_or_generation() throws Exception {
            byte[] body = seal(document(100));
            assertRefused(body, BodyLayer.document(DocumentKey.generate(random), fid), "other key");
            assertRefused(body, BodyLayer.document(key, OpaqueId.random(random)), "other document");

            var surfaceKey = SurfaceKey.generate(random);
            var outer = new ByteArrayOutputStream();
            cipher.seal(
                    new ByteArrayInputStream(body), outer, BodyLayer.surface(surfaceKey, fid, 1), CipherProgress.NONE);
            assertRefused(outer.toByteArray(), BodyLayer.surface(surfaceKey, fid, 2), "other generation");
        }

        private void assertRefused(byte[] body, BodyLayer with, String what) {
            assertThrows(
                    DecryptionException.class,
                    () -> cipher.open(
                            new ByteArrayInputStream(body), OutputStream.nullOutputStream(), with, CipherProgress.NONE),
                    what);
        }
    }

    @Test
    void a_document_above_256_mebibytes_is_named_too_large() {
        var endless = new Zeros(RecordCipher.MAXIMUM_DOCUMENT_LENGTH + 1);

        assertThrows(
                DocumentTooLargeException.class,
                () -> cipher.seal(endless, OutputStream.nullOutputStream(), layer, CipherProgress.NONE));
    }

    @Test
    void the_largest_document_passes_and_never_more_than_a_few_segments_are_held() throws Exception {
        long length = RecordCipher.MAXIMUM_DOCUMENT_LENGTH;
        var document = new Zeros(length);
        var written = new AtomicLong();
        var body = new OutputStream() {
            @Override
            public void write(int oneByte) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int offset, int count) {
                written.addAndGet(count);
                assertTrue(document.read - written.get() <= 5L * SEGMENT, "the cipher holds more than five segments");
            }
        };

        BodyDigests digests = cipher.seal(document, body, layer, CipherProgress.NONE);

        assertEquals(length, digests.plaintext().length());
        assertEquals(RecordCipher.sealedLength(length), written.get());
    }

    @Test
    void progress_counts_up_to_the_whole_document() throws Exception {
        byte[] document = document(FIRST + 3 * LATER + 5);
        var last = new AtomicLong();

        cipher.seal(new ByteArrayInputStream(document), OutputStream.nullOutputStream(), layer, done -> {
            assertTrue(done > last.get());
            last.set(done);
            return true;
        });

        assertEquals(document.length, last.get());
    }

    @Test
    void a_cipher_that_is_told_to_stop_stops_soon() {
        var document = new Zeros(100L * SEGMENT);

        assertThrows(
                CancellationException.class,
                () -> cipher.seal(document, OutputStream.nullOutputStream(), layer, done -> done < 10L * SEGMENT));
        assertTrue(document.read < 20L * SEGMENT, "read on for " + document.read);
    }

    @Test
    void an_interrupted_cipher_stops_and_keeps_the_flag() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(
                    InterruptedIOException.class,
                    () -> cipher.seal(new Zeros(SEGMENT), OutputStream.nullOutputStream(), layer, CipherProgress.NONE));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void a_warmed_up_cipher_does_the_same() throws Exception {
        RecordCipher.warmUp();

        assertArrayEquals(document(3 * SEGMENT), open(seal(document(3 * SEGMENT))));
    }

    @Test
    void a_failing_source_or_target_is_reported_as_such() throws Exception {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThrows(
                IOException.class,
                () -> cipher.seal(broken, OutputStream.nullOutputStream(), layer, CipherProgress.NONE));
    }

    private byte[] document(int length) {
        var document = new byte[length];
        new Random(length).nextBytes(document);
        return document;
    }

    private byte[] seal(byte[] document) throws IOException, DocumentTooLargeException {
        var body = new ByteArrayOutputStream();
        cipher.seal(new ByteArrayInputStream(document), body, layer, CipherProgress.NONE);
        return body.toByteArray();
    }

    private byte[] open(byte[] body) throws IOException, DecryptionException {
        var document = new ByteArrayOutputStream();
        cipher.open(new ByteArrayInputStream(body), document, layer, CipherProgress.NONE);
        return document.toByteArray();
    }

    private byte[] sealWithTink(byte[] document) throws GeneralSecurityException, IOException {
        var body = new ByteArrayOutputStream();
        try (var stream = tink().newEncryptingStream(body, associatedData())) {
            stream.write(document);
        }
        return body.toByteArray();
    }

    private byte[] openWithTink(byte[] body) throws GeneralSecurityException, IOException {
        try (var stream = tink().newDecryptingStream(new ByteArrayInputStream(body), associatedData())) {
            return stream.readAllBytes();
        }
    }

    private AesGcmHkdfStreaming tink() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key.reveal(), "HmacSha256", 32, SEGMENT, 0);
    }

    private byte[] associatedData() {
        return joined("aegle/body/v1\0".getBytes(StandardCharsets.US_ASCII), fid.bytes());
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** So many zero bytes, without holding them. */
    private static final class Zeros extends InputStream {
        private final long length;
        private long read;

        private Zeros(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            if (read == length) {
                return -1;
            }
            read += 1;
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            if (read == length) {
                return -1;
            }
            int given = (int) Math.min(count, length - read);
            Arrays.fill(buffer, offset, offset + given, (byte) 0);
            read += given;
            return given;
        }
    }
}
