// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a play lives: a folder that was named and is kept, or one that goes when the play is over. */
record DemoFolder(Path path, boolean kept) implements AutoCloseable {

    static DemoFolder of(Optional<Path> named) throws IOException {
        if (named.isEmpty()) {
            return new DemoFolder(Files.createTempDirectory("aegle-demo-"), false);
        }
        try (Stream<Path> there = Files.list(named.get())) {
            if (there.findAny().isPresent()) {
                throw new IOException(named.get() + " is not empty; the demo plays in an empty folder");
            }
        }
        return new DemoFolder(named.get(), true);
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            delete(path);
        }
    }

    /** Delete a folder with everything in it; one that is not there is left so. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
