// SPDX-License-Identifier: Apache-2.0

package aegle.client.local;

import aegle.client.local.SealedStoreException.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The SQLite file of a sealed store: one table of opaque bytes, open in one process at a time, each change durable at once. */
final class EntryTable implements AutoCloseable {
    private static final int APPLICATION_ID = 0x41454753;
    private static final int FORMAT_VERSION = 1;

    private final Connection connection;

    private EntryTable(Connection connection) {
        this.connection = connection;
    }

    static EntryTable open(Path file) {
        makePrivateFile(file);
        var settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        settings.setBusyTimeout(0);
        try {
            var connection = settings.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try {
                prepare(connection);
                return new EntryTable(connection);
            } catch (SQLException | SealedStoreException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    Optional<byte[]> content(byte[] index) {
        try (var query = connection.prepareStatement("SELECT content FROM entry WHERE name = ?")) {
            query.setBytes(1, index);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void put(byte[] index, byte[] sealedName, byte[] sealedContent) {
        try (var change = connection.prepareStatement("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)")) {
            change.setBytes(1, index);
            change.setBytes(2, sealedName);
            change.setBytes(3, sealedContent);
            change.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void remove(byte[] index) {
        try (var change = connection.prepareStatement("DELETE FROM entry WHERE name = ?")) {
            change.setBytes(1, index);
            change.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    List<SealedName> names() {
        try (PreparedStatement query = connection.prepareStatement("SELECT name, sealed_name FROM entry");
                ResultSet rows = query.executeQuery()) {
            var names = new ArrayList<SealedName>();
            while (rows.next()) {
                names.add(new SealedName(rows.getBytes(1), rows.getBytes(2)));
            }
            return names;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
                requireEmpty(connection);
                statement.execute("CREATE TABLE entry (name BLOB PRIMARY KEY, sealed_name BLOB NOT NULL,"
                        + " content BLOB NOT NULL) WITHOUT ROWID, STRICT");
                statement.execute("PRAGMA application_id = " + APPLICATION_ID);
                statement.execute("PRAGMA user_version = " + FORMAT_VERSION);
            } else if (number(connection, "PRAGMA user_version") > FORMAT_VERSION) {
                throw new SealedStoreException(
                        Reason.NEWER_FORMAT, "the program's memory was written by a newer program");
            }
            statement.execute("COMMIT");
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        if (number(connection, "SELECT count(*) FROM sqlite_schema") > 0) {
            throw new SealedStoreException(Reason.DAMAGED, "the file is not a program's memory");
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.getInt(1);
        }
    }

    private static void makePrivateFile(Path file) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            restrict(file);
        } catch (IOException e) {
            throw new SealedStoreException(Reason.DISK, "the program's memory cannot be created", e);
        }
    }

    private static void restrict(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new SealedStoreException(Reason.DISK, "the program's memory cannot be kept private", e);
        }
    }

    private static SealedStoreException failure(SQLException e) {
        var code = e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_LOCKED ->
                new SealedStoreException(Reason.IN_USE, "the program's memory is open in another process", e);
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                new SealedStoreException(Reason.DAMAGED, "the program's memory is damaged", e);
            default -> new SealedStoreException(Reason.DISK, "the program's memory cannot be read or written", e);
        };
    }

    /** An entry's name as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // carried from the query to the seal, never compared
    record SealedName(byte[] index, byte[] sealed) {}
}
