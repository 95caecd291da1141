// SPDX-License-Identifier: Apache-2.0

package aegle.client.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.local.SealedStoreException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SqliteSealedStoreTest {
    private static final byte[] KEY = filled((byte) 7);
    private static final byte[] CONTENT = "Jane Roe has an appointment".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void entries_survive_closing() {
        try (var store = open()) {
            store.put("upload/1", CONTENT);
            store.put("upload/2", new byte[0]);
            store.put("upload/1", new byte[] {1});
            store.put("gone", CONTENT);
            store.remove("gone");
            store.remove("was never there");
        }
        try (var store = open()) {
            assertArrayEquals(new byte[] {1}, store.find("upload/1").orElseThrow());
            assertArrayEquals(new byte[0], store.find("upload/2").orElseThrow());
            assertEquals(Optional.empty(), store.find("gone"));
        }
    }

    @Test
    void names_are_listed_by_prefix_in_order() {
        try (var store = open()) {
            for (String name : List.of("b/2", "a/1", "b/1", "b", "ü/1")) {
                store.put(name, CONTENT);
            }

            assertEquals(List.of("b/1", "b/2"), store.names("b/"));
            assertEquals(List.of("a/1", "b", "b/1", "b/2", "ü/1"), store.names(""));
            assertEquals(List.of(), store.names("c"));
        }
    }

    @Test
    void neither_names_nor_contents_can_be_read_in_the_files() throws IOException {
        try (var store = open()) {
            store.put("patient Jane Roe", CONTENT);
            store.put("patient Jane Roe", CONTENT);

            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertFalse(raw.contains("Jane"), file.toString());
                    assertFalse(raw.contains("patient"), file.toString());
                }
            }
        }
    }

    @Test
    void another_key_is_refused_and_changes_nothing() {
        try (var store = open()) {
            store.put("name", CONTENT);
        }

        assertReason(Reason.OTHER_KEY, () -> SqliteSealedStore.open(file(), filled((byte) 8), new SecureRandom()));

        try (var store = open()) {
            assertEquals(List.of("name"), store.names(""));
        }
    }

    @Test
    void a_second_opening_is_refused_while_the_first_lasts() {
        try (var store = open()) {
            store.put("name", CONTENT);

            assertReason(Reason.IN_USE, this::open);

            assertTrue(store.find("name").isPresent());
        }
        open().close();
    }

    @Test
    void an_altered_content_is_damaged_and_not_missing() throws SQLException {
        try (var store = open()) {
            store.put("name", CONTENT);
        }
        change("UPDATE entry SET content = CAST(substr(content, 1, length(content) - 1) || x'00' AS BLOB)");

        assertReason(Reason.DAMAGED, this::open);
    }

    @Test
    void contents_cannot_be_exchanged_between_entries() throws SQLException {
        try (var store = open()) {
            store.put("one", new byte[100]);
            store.put("two", new byte[101]);
        }
        change("UPDATE entry SET content = (SELECT content FROM entry WHERE length(content) = 129)"
                + " WHERE length(content) = 128");

        try (var store = open()) {
            assertReason(Reason.DAMAGED, () -> store.find("one"));
            assertTrue(store.find("two").isPresent());
        }
    }

    @Test
    void an_altered_name_is_damaged() throws SQLException {
        try (var store = open()) {
            store.put("name", CONTENT);
        }
        change("UPDATE entry SET sealed_name = zeroblob(50) WHERE length(content) > 40");

        try (var store = open()) {
            assertReason(Reason.DAMAGED, () -> store.names(""));
            assertArrayEquals(CONTENT, store.find("name").orElseThrow());
        }
    }

    @Test
    void a_foreign_file_is_refused_by_name() throws IOException {
        Files.write(file(), new byte[5000]);
        assertReason(Reason.DAMAGED, this::open);

        Files.writeString(file(), "this is a letter and no database ".repeat(100));
        assertReason(Reason.DAMAGED, this::open);
    }

    @Test
    void another_programs_database_is_left_alone() throws SQLException {
        change("CREATE TABLE letter (text TEXT)");

        assertReason(Reason.DAMAGED, this::open);

        change("INSERT INTO letter VALUES ('still here')");
    }

    @Test
    void a_newer_format_is_named() throws SQLException {
        open().close();
        change("PRAGMA user_version = 2");

        assertReason(Reason.NEWER_FORMAT, this::open);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void only_the_user_can_read_the_files() throws IOException {
        Files.createFile(file());
        try (var store = open()) {
            store.put("name", CONTENT);
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    assertEquals(
                            "rw-------",
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                            file.toString());
                }
            }
        }
    }

    @Test
    void a_folder_that_is_missing_is_a_matter_of_the_disk() {
        assertReason(
                Reason.DISK,
                () -> SqliteSealedStore.open(folder.resolve("missing").resolve("memory"), KEY, new SecureRandom()));
    }

    private SqliteSealedStore open() {
        return SqliteSealedStore.open(file(), KEY, new SecureRandom());
    }

    private Path file() {
        return folder.resolve("memory");
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void assertReason(Reason reason, Runnable use) {
        assertEquals(reason, assertThrows(SealedStoreException.class, use::run).reason());
    }

    private static byte[] filled(byte value) {
        var key = new byte[SqliteSealedStore.KEY_LENGTH];
        Arrays.fill(key, value);
        return key;
    }
}
