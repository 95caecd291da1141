// SPDX-License-Identifier: Apache-2.0

package aegle.membership.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file. Each piece of work is one transaction, on disk when it returns, and one follows the other.
 *
 * <p>Every failure of the file is a {@link RegisterFailedException}.
 */
public final class RegisterDatabase implements AutoCloseable {
    private static final int BUSY_MILLIS = 5_000;

    private final ReentrantLock turn = new ReentrantLock();
    private final Connection connection;

    private RegisterDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Open the file, or make it.
     *
     * @param schema statements that may be repeated
     */
    public static RegisterDatabase open(Path file, String... schema) {
        var settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setBusyTimeout(BUSY_MILLIS);
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            var database = new RegisterDatabase(
                    DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), settings.toProperties()));
            database.prepare(schema);
            return database;
        } catch (IOException | SQLException e) {
            throw new RegisterFailedException("cannot open " + file, e);
        }
    }

    private void prepare(String... schema) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : schema) {
                statement.execute(sql);
            }
        }
        connection.setAutoCommit(false);
    }

    /** Run a piece of work, all of it or nothing. */
    public <T> T run(String sql, Work<T> work) {
        turn.lock();
        try (var statement = connection.prepareStatement(sql)) {
            T result = work.on(statement);
            connection.commit();
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw new RegisterFailedException("the register does not work", e);
        } finally {
            turn.unlock();
        }
    }

    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new RegisterFailedException("cannot close the register", e);
        } finally {
            turn.unlock();
        }
    }

    /**
     * What is to be done with one statement.
     *
     * @param <T> what comes out of it
     */
    @FunctionalInterface
    public interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
