// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.OpaqueId;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.DocumentTooLargeException;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentKeys;
import aegle.record.DocumentId;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
import aegle.sharing.TransferProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Seals files into the program's outbox, reading each once and never holding it whole. */
public final class BodySealing {
    private final RecordCipher cipher;
    private final Path outbox;
    private final SecureRandom random;

    public BodySealing(RecordCipher cipher, Path outbox, SecureRandom random) {
        this.cipher = cipher;
        this.outbox = outbox;
        this.random = random;
    }

    /**
     * Seal a file as a new document. Its body is on the disk when this returns.
     *
     * @throws DocumentRefusedException if it cannot be read, is larger than 256 MiB or finds no room here; nothing is left in the outbox
     */
    public SealedBody seal(Path file, TransferProgress progress) throws DocumentRefusedException {
        DocumentId document = DocumentId.random(random);
        OpaqueId id = OpaqueId.of(document.value().toByteArray());
        DocumentKeys keys = DocumentKeys.generate(random);
        boolean sealed = false;
        try {
            var body = new SealedBody(document, keys, seal(file, id, keys, progress));
            sealed = true;
            return body;
        } catch (DocumentTooLargeException e) {
            throw new DocumentRefusedException(Reason.TOO_LARGE);
        } catch (KeepingFailedException e) {
            throw new DocumentRefusedException(Reason.NO_ROOM);
        } catch (IOException e) {
            throw new DocumentRefusedException(Reason.NOT_READABLE);
        } finally {
            if (!sealed) {
                keys.close();
                discard(id);
            }
        }
    }

    private BodyDigests seal(Path file, OpaqueId id, DocumentKeys keys, TransferProgress progress)
            throws IOException, DocumentTooLargeException {
        long length = Files.size(file);
        try (InputStream in = Files.newInputStream(file);
                var body = new KeptBody(outbox, body(id))) {
            BodyDigests digests = cipher.seal(in, body, keys.documentLayer(id), done -> {
                progress.moved(done, length);
                return !progress.isCancelled();
            });
            body.force();
            return digests;
        }
    }

    /** Where the sealed body of a document lies. */
    Path body(OpaqueId document) {
        return outbox.resolve(document.hex());
    }

    boolean holds(OpaqueId document) {
        return Files.exists(body(document));
    }

    /** Drop the sealed body of a document, if there is one. */
    public void discard(OpaqueId document) {
        delete(body(document));
    }

    /** Drop the bodies that a killed program has left behind. */
    void clearAllBut(Set<OpaqueId> documents) {
        Set<Path> kept = documents.stream().map(this::body).collect(Collectors.toSet());
        files().stream().filter(file -> !kept.contains(file)).forEach(BodySealing::delete);
    }

    private List<Path> files() {
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into the outbox", e);
        }
    }

    private static void delete(Path body) {
        try {
            Files.deleteIfExists(body);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up the outbox", e);
        }
    }

    /** A body on its way to the disk, whose failures are told from those of the file that is read. */
    private static final class KeptBody extends OutputStream {
        private final FileChannel channel;
        private final OutputStream out;

        KeptBody(Path outbox, Path body) throws KeepingFailedException {
            try {
                Files.createDirectories(outbox);
                channel = FileChannel.open(
                        body,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                out = Channels.newOutputStream(channel);
            } catch (IOException e) {
                throw new KeepingFailedException(e);
            }
        }

        @Override
        public void write(int value) throws KeepingFailedException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws KeepingFailedException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new KeepingFailedException(e);
            }
        }

        void force() throws KeepingFailedException {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw new KeepingFailedException(e);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class KeepingFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        KeepingFailedException(IOException cause) {
            super("the outbox cannot be written", cause);
        }
    }
}
