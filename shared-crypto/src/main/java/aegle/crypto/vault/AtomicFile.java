// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is replaced as a whole: after a crash it holds the old bytes or the new ones. Readable by its owner only. */
public final class AtomicFile {
    private final Path path;

    public AtomicFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    /** Write new bytes, durably; makes the folder if there is none. */
    public void replace(byte[] content) throws IOException {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IOException(path + " lies in no folder");
        }
        Files.createDirectories(folder);
        Path next = Files.createTempFile(folder, "." + path.getFileName() + ".", ".new");
        try {
            write(next, content);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            persistName(folder);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var remaining = ByteBuffer.wrap(content);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
            channel.force(true);
        }
    }

    /** Persist the rename too; Windows neither needs it nor lets a folder be opened. */
    private static void persistName(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
    }
}
