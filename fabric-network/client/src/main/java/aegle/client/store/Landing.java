// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one attempt's bytes land until they are known to be the right ones. */
sealed interface Landing {

    OutputStream open() throws IOException;

    /** Take what has landed away. */
    void discard();

    /** A file beside the target. */
    final class InFile implements Landing {
        private static final Logger LOG = LoggerFactory.getLogger(InFile.class);

        private final Path target;
        private final Path part;

        InFile(Path target) {
            this.target = target;
            this.part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
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

        void moveToTarget() throws IOException {
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
