// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import aegle.acceptance.EmbeddedOnly;
import aegle.crypto.Digest;
import aegle.desktop.kit.Messages;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.record.Bytes;
import aegle.sharing.ConnectionProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs whose folder must not be written say so, change nothing in it, and work again when it may. */
@EmbeddedOnly("the network has no part in it")
class UnwritableFolderTest {
    private static final Set<PosixFilePermission> READ_ONLY_FOLDER = PosixFilePermissions.fromString("r-xr-xr-x");
    private static final Set<PosixFilePermission> READ_ONLY_FILE = PosixFilePermissions.fromString("r--r--r--");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");

    @TempDir
    private Path folder;

    private Participants participants;

    @BeforeEach
    void found_the_network() throws Exception {
        participants = Participants.on(folder);
    }

    @AfterEach
    void stop_the_network() {
        participants.close();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
    void a_folder_that_must_not_be_written_is_said_and_left_as_it_is() throws Exception {
        for (Program program : programs()) {
            Path own = begun(program);
            Map<String, Bytes> before = content(own);
            permit(own, READ_ONLY_FOLDER, READ_ONLY_FILE);
            try {
                assumeFalse(Files.isWritable(own), "runs as a user whom no permission of a folder stops");
                requireSaid(program, own);
            } finally {
                permit(own, OWN_FOLDER, OWN_FILE);
            }
            assertEquals(before, content(own));
            program.open(own, profile()).close();
        }
    }

    /** As the other, for users whom permissions do not stop: what should be a file cannot become one. */
    @Test
    void a_memory_that_cannot_be_written_is_said_and_nothing_else_is_touched() throws Exception {
        for (Program program : programs()) {
            Path own = begun(program);
            Files.delete(own.resolve("memory.db"));
            Files.createFile(Files.createDirectory(own.resolve("memory.db")).resolve("in the way"));
            Map<String, Bytes> before = content(own);

            requireSaid(program, own);

            assertEquals(before, content(own));
        }
    }

    private void requireSaid(Program program, Path own) {
        var failure = assertThrows(
                MemoryUnusableException.class,
                () -> program.open(own, profile()).close());
        assertEquals(
                "This program’s memory cannot be read or written. Check that the disk is not full and that you may"
                        + " write in its folder.",
                failure.sentence(Messages.load(Locale.ENGLISH)));
    }

    private List<Program> programs() {
        return List.of(DecidingPatient::session, UploadingClinician::session);
    }

    /** A program's folder after its first day. */
    private Path begun(Program program) throws Exception {
        Path own = Files.createTempDirectory(folder, "program");
        program.open(own, profile()).close();
        assertTrue(Files.exists(own.resolve("memory.db")));
        return own;
    }

    private ConnectionProfile profile() {
        return participants.network().profile();
    }

    private static void permit(Path own, Set<PosixFilePermission> ofFolders, Set<PosixFilePermission> ofFiles)
            throws IOException {
        try (Stream<Path> all = Files.walk(own)) {
            for (Path each : all.sorted().toList()) {
                Files.setPosixFilePermissions(each, Files.isDirectory(each) ? ofFolders : ofFiles);
            }
        }
    }

    private static Map<String, Bytes> content(Path own) throws IOException {
        var content = new TreeMap<String, Bytes>();
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(
                        own.relativize(file).toString(),
                        Bytes.of(Digest.sha256Of(Files.readAllBytes(file)).bytes()));
            }
        }
        return content;
    }

    /** Opens a program in its folder, as unlocking its vault does. */
    @FunctionalInterface
    private interface Program {
        AutoCloseable open(Path folder, ConnectionProfile profile) throws Exception;
    }
}
