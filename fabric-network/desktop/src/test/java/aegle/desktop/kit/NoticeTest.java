// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private final Messages messages = Messages.load(Locale.UK);

    @Test
    void a_disk_that_is_full_or_must_not_be_written_is_said_to_be_the_disk() {
        for (Exception failure : List.of(
                new UncheckedIOException(new IOException("No space left on device")),
                new IllegalStateException(new SQLException("[SQLITE_FULL]")),
                new FileSystemException("memory.db", null, "Read-only file system"))) {
            assertEquals(messages.text("kit.unexpected.disk"), sentence(failure));
        }
        assertEquals(messages.text("kit.unexpected.sentence"), sentence(new IllegalStateException("a mistake")));
    }

    private String sentence(Throwable failure) {
        return Notice.of(UnexpectedFailure.of("upload a document", failure), messages)
                .sentence();
    }
}
