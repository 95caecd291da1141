// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.CipherProgress;
import aegle.crypto.record.ContentDigest;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentDescription;
import aegle.crypto.seal.DocumentKeys;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.UploadStatement;
import aegle.record.CiphertextDigest;
import aegle.record.ObjectName;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.TransferProgress;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CipherFolderTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final OpaqueId ID = OpaqueId.of(new byte[OpaqueId.LENGTH]);
    private static final int LENGTH = 3 << 20;

    @TempDir
    Path folder;

    private final RecordCipher cipher = new RecordCipher(RANDOM, 1);
    private final DocumentKeys keys = DocumentKeys.generate(RANDOM);
    private final byte[] content = new byte[LENGTH];
    private Path body;
    private BodyDigests digests;

    @BeforeEach
    void seal_a_document() throws Exception {
        RANDOM.nextBytes(content);
        body = folder.resolve("body");
        try (var out = Files.newOutputStream(body)) {
            digests = cipher.seal(new ByteArrayInputStream(content), out, keys.documentLayer(ID), CipherProgress.NONE);
        }
    }

    @AfterEach
    void wipe() {
        keys.close();
    }

    @Test
    void a_body_is_opened_as_its_envelope_says() throws Exception {
        var plaintext = CipherFolder.decrypt(body, stored(), envelope(LENGTH), cipher, TransferProgress.none());

        assertArrayEquals(content, plaintext.bytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, LENGTH - 1, LENGTH + 1, 255L << 20, (256L << 20) + 1, Long.MAX_VALUE})
    void an_envelope_that_promises_another_length_than_its_body_has_is_not_believed(long promised) {
        var failure = assertThrows(
                RecordIntegrityException.class,
                () -> CipherFolder.decrypt(body, stored(), envelope(promised), cipher, TransferProgress.none()));

        assertEquals(IntegrityCheck.CONTEXT, failure.check());
    }

    @Test
    void a_body_longer_than_the_ledger_says_is_an_integrity_failure() throws Exception {
        Files.write(body, new byte[2 << 20], StandardOpenOption.APPEND);

        var failure = assertThrows(
                RecordIntegrityException.class,
                () -> CipherFolder.decrypt(body, stored(), envelope(LENGTH), cipher, TransferProgress.none()));

        assertEquals(IntegrityCheck.CIPHERTEXT_DIGEST, failure.check());
    }

    @Test
    void what_was_decrypted_before_it_was_cancelled_is_wiped() {
        var document = new ExactContent(LENGTH);
        var written = new AtomicBoolean();
        var cancelling = new TransferProgress() {
            @Override
            public void moved(long done, long total) {
                written.compareAndSet(false, document.content()[0] == content[0]);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThrows(
                CancellationException.class,
                () -> CipherFolder.decrypt(body, document, envelope(LENGTH), cipher, cancelling));

        assertTrue(written.get());
        assertArrayEquals(new byte[LENGTH], document.content());
    }

    @Test
    void what_a_killed_program_fetched_in_part_is_cleared_and_whole_objects_stay() throws Exception {
        Path part = Files.writeString(folder.resolve("0f.1234" + RecordStore.PART), "half");

        new CipherFolder(folder, new NoStore());

        assertFalse(Files.exists(part));
        assertTrue(Files.exists(body));
    }

    private StoredObject stored() {
        return new StoredObject(
                ObjectKey.of(ObjectKind.BODY, ObjectName.random(RANDOM)),
                CiphertextDigest.of(digests.ciphertext().sha256().bytes()),
                digests.ciphertext().length());
    }

    private Envelope envelope(long length) {
        var described = new ContentDigest(digests.plaintext().sha256(), length);
        return new Envelope(
                new SealedContext(ID, "LABORATORY_RESULTS", 0, 0),
                keys,
                new DocumentDescription(described, "report.pdf", "application/pdf", "Report"),
                new UploadStatement(Digest.sha256Of(content), ID, Octets.of(new byte[1])),
                Optional.empty());
    }

    /** A store that nobody asks. */
    private static final class NoStore implements RecordStore {
        @Override
        public int put(StoredObject object, Path ciphertext, Gate gate, TransferProgress progress) {
            throw new AssertionError();
        }

        @Override
        public int put(StoredObject object, byte[] ciphertext, Gate gate) {
            throw new AssertionError();
        }

        @Override
        public void get(StoredObject object, Path target, Gate gate, TransferProgress progress) {
            throw new AssertionError();
        }

        @Override
        public byte[] get(StoredObject object, Gate gate) {
            throw new AssertionError();
        }

        @Override
        public StoreStatus status() {
            return new StoreStatus(0, 0);
        }

        @Override
        public void close() {}
    }
}
