// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.OpaqueId;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.DocumentTooLargeException;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentKeys;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
import aegle.sharing.TransferProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seals a file into the program's outbox, reading it once and never holding it whole. */
public final class BodySealing {
    private final RecordCipher cipher;
    private final Path outbox;

    public BodySealing(RecordCipher cipher, Path outbox) {
        this.cipher = cipher;
        this.outbox = outbox;
    }

    /**
     * Seal a file.
     *
     * @throws DocumentRefusedException if it cannot be read or is larger than 256 MiB; nothing is left in the outbox
     */
    public BodyDigests seal(Path file, OpaqueId document, DocumentKeys keys, TransferProgress progress)
            throws DocumentRefusedException {
        boolean sealed = false;
        try {
            Files.createDirectories(outbox);
            long length = Files.size(file);
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = Files.newOutputStream(body(document))) {
                BodyDigests digests = cipher.seal(in, out, keys.documentLayer(document), done -> {
                    progress.moved(done, length);
                    return !progress.isCancelled();
                });
                sealed = true;
                return digests;
            }
        } catch (DocumentTooLargeException e) {
            throw new DocumentRefusedException(Reason.TOO_LARGE);
        } catch (IOException e) {
            throw new DocumentRefusedException(Reason.NOT_READABLE);
        } finally {
            if (!sealed) {
                discard(document);
            }
        }
    }

    /** Where the sealed body of a document lies. */
    public Path body(OpaqueId document) {
        return outbox.resolve(document.hex());
    }

    /** Drop the sealed body of a document, if there is one. */
    public void discard(OpaqueId document) {
        try {
            Files.deleteIfExists(body(document));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot clean up the outbox", e);
        }
    }
}
