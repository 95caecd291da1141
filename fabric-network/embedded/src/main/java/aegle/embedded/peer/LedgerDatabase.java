// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite file that holds blocks, state and history: one writer, any number of readers, each of which sees the ledger
 * as it was at its first read.
 *
 * <p>A write is durable when it returns (WAL, synchronous FULL) and happens wholly or not at all, whenever the process dies.
 */
final class LedgerDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerDatabase.class);
    private static final int FORMAT_VERSION = 1;
    private static final int IDLE_READERS = 8;
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final List<String> TABLES = List.of(
            "CREATE TABLE block (number INTEGER PRIMARY KEY, hash BLOB NOT NULL, bytes BLOB NOT NULL)",
            "CREATE TABLE commitment (transaction_id TEXT PRIMARY KEY, block INTEGER NOT NULL, code INTEGER NOT NULL)"
                    + " WITHOUT ROWID",
            "CREATE TABLE state (key BLOB PRIMARY KEY, value BLOB NOT NULL, block INTEGER NOT NULL,"
                    + " position INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE TABLE history (key BLOB, block INTEGER, position INTEGER, PRIMARY KEY (key, block, position))"
                    + " WITHOUT ROWID",
            "CREATE TABLE endorser (certificate BLOB NOT NULL, key BLOB NOT NULL)",
            "PRAGMA user_version = " + FORMAT_VERSION);

    private final String url;
    private LedgerConnection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<LedgerConnection> idleReaders = new ArrayDeque<>();
    private boolean closed;

    private LedgerDatabase(String url, LedgerConnection writer) {
        this.url = url;
        this.writer = writer;
    }

    /** Work on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(LedgerConnection connection) throws SQLException;
    }

    /** Open a ledger's file, creating it if there is none. */
    static LedgerDatabase open(Path file) {
        String url = "jdbc:sqlite:" + file;
        try {
            Connection connection = connect(url);
            prepareTables(connection);
            return new LedgerDatabase(url, new LedgerConnection(connection));
        } catch (SQLException e) {
            throw new LedgerStorageException("cannot open the ledger " + file, e);
        }
    }

    /** Do all of the work, durably, or nothing of it. */
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            T result = work.on(writer);
            writer.commit();
            return result;
        } catch (SQLException e) {
            renewWriter();
            throw new LedgerStorageException("cannot write the ledger", e);
        } finally {
            leave(writer);
            writing.unlock();
        }
    }

    /** After a full disk the driver's statements fail for good, also when there is room again. */
    private void renewWriter() {
        close(writer);
        try {
            writer = new LedgerConnection(connect(url));
        } catch (SQLException e) {
            LOG.warn("The ledger cannot be opened for writing again yet", e);
        }
    }

    /** Read from one consistent view of the ledger. */
    <T> T read(Work<T> work) {
        LedgerConnection reader = borrow();
        try {
            return work.on(reader);
        } catch (SQLException e) {
            throw new LedgerStorageException("cannot read the ledger", e);
        } finally {
            giveBack(reader);
        }
    }

    /** Lend a reader, whose view of the ledger is fixed by its first read, until it is given back. */
    LedgerConnection borrow() {
        synchronized (idleReaders) {
            if (closed) {
                throw new LedgerStorageException("the ledger is closed");
            }
            LedgerConnection idle = idleReaders.poll();
            if (idle != null) {
                return idle;
            }
        }
        try {
            return new LedgerConnection(connect(url));
        } catch (SQLException e) {
            throw new LedgerStorageException("cannot open another reader of the ledger", e);
        }
    }

    /** Take a lent reader back. */
    void giveBack(LedgerConnection reader) {
        leave(reader);
        synchronized (idleReaders) {
            if (!closed && idleReaders.size() < IDLE_READERS) {
                idleReaders.push(reader);
                return;
            }
        }
        close(reader);
    }

    @Override
    public void close() {
        synchronized (idleReaders) {
            closed = true;
            idleReaders.forEach(LedgerDatabase::close);
            idleReaders.clear();
        }
        writing.lock();
        try {
            close(writer);
        } finally {
            writing.unlock();
        }
    }

    private static Connection connect(String url) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        Connection connection = config.createConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void prepareTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (var result = statement.executeQuery("PRAGMA user_version")) {
                version = result.getInt(1);
            }
            if (version == 0) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
            } else if (version != FORMAT_VERSION) {
                throw new LedgerStorageException("this program cannot read a ledger of format " + version);
            }
        }
        connection.commit();
    }

    private static void leave(LedgerConnection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.warn("A connection to the ledger could not end its transaction", e);
        }
    }

    private static void close(LedgerConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("A connection to the ledger could not be closed", e);
        }
    }
}
