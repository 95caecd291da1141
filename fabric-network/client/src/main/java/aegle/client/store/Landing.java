// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.sharing.RecordStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one attempt's bytes land until they are known to be the right ones. */
sealed interface Landing {

    OutputStream open() throws IOException;

    /** Take what has landed away. */
    void discard();

    /** A file beside the target, which a killed program leaves behind under a name that ends in {@link RecordStore#PART}. */
    final class InFile implements Landing {
        private static final Logger LOG = LoggerFactory.getLogger(InFile.class);

        private final Path target;
        private final Path part;

        InFile(Path target) {
            this.target = target;
            this.part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + RecordStore.PART);
        }

        @Override
        public OutputStream open() throws IOException {
            return Files.newOutputStream(part);
        }

        @Override
        public void discard() {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                LOG.warn("a part of {} stays behind", target.getFileName(), e);
            }
        }

        /** Returns once the bytes are on the disk; the name may still be lost with the power, and the object is got again. */
        void moveToTarget() throws IOException {
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A buffer. */
    final class InMemory implements Landing {
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

        @Override
        public OutputStream open() {
            return buffer;
        }

        @Override
        public void discard() {
            buffer.reset();
        }

        byte[] bytes() {
            return buffer.toByteArray();
        }
    }
}
