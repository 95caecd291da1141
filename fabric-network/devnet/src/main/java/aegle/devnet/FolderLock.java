// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a launcher starts or stops a network, so that no second one does. The system lets go of it when the launcher dies. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Take the lock.
     *
     * @throws IOException if somebody else has it
     */
    static FolderLock take(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("this program is starting or stopping the network in " + file + " already", e);
        }
        channel.close();
        throw new IOException("another launcher is starting or stopping the network; its lock is " + file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
