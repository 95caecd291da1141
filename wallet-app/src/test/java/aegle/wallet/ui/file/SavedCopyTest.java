// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedCopyTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void a_copy_replaces_what_the_user_chose_to_replace() throws IOException {
        Path target = Files.writeString(folder.resolve("report.pdf"), "an older one");
        assertEquals(SavedCopy.WRITTEN, SavedCopy.write(CONTENT, target));
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(List.of("report.pdf"), names());
    }

    @Test
    void a_place_that_cannot_be_written_keeps_what_was_there() throws IOException {
        Path target = Files.createDirectory(folder.resolve("report.pdf"));
        assertEquals(SavedCopy.FAILED, SavedCopy.write(CONTENT, target));
        assertTrue(Files.isDirectory(target));
        assertEquals(
                SavedCopy.FAILED,
                SavedCopy.write(CONTENT, folder.resolve("gone").resolve("report.pdf")));
        assertEquals(List.of("report.pdf"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
