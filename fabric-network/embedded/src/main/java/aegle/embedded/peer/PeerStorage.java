// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A peer's data directory, readable by its owner only and locked while one peer runs on it. */
record PeerStorage(FileChannel lock, LedgerDatabase database, Ledger ledger, EndorsingKey endorsingKey)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeerStorage.class);
    private static final int NONCE_BYTES = 24;

    static PeerStorage open(PeerSettings settings, Instant now, SecureRandom random) throws IOException {
        Path directory = settings.dataDirectory();
        Files.createDirectories(directory);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        FileChannel lock = lock(directory.resolve("peer.lock"));
        try {
            return open(settings, lock, now, random);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The data directory could not be unlocked", e);
        }
    }

    private static PeerStorage open(PeerSettings settings, FileChannel lock, Instant now, SecureRandom random) {
        LedgerDatabase database = LedgerDatabase.open(settings.dataDirectory().resolve("ledger.sqlite"));
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Ledger ledger =
                    Ledger.open(database, settings.names(), settings.membership(), ByteString.copyFrom(nonce), now);
            EndorsingKey key = EndorsingKey.open(database, settings.names().mspId(), random, now);
            return new PeerStorage(lock, database, ledger, key);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("another peer of this process runs on " + file.getParent(), e);
        }
        channel.close();
        throw new IOException("another peer runs on " + file.getParent());
    }
}
