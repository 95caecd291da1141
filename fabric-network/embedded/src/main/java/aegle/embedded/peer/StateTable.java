// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

/** The world state and the places where each key changed, in the order of the keys' unsigned UTF-8 bytes. */
final class StateTable {

    private static final ByteString ZERO = ByteString.copyFrom(new byte[1]);

    private final LedgerConnection connection;

    StateTable(LedgerConnection connection) {
        this.connection = connection;
    }

    /** One key's value and the transaction that wrote it. */
    record Entry(ByteString key, ByteString value, Version version) {}

    /** Where a key changed. */
    record Change(long block, int position) {}

    /** The first key behind the given one. */
    static ByteString successor(ByteString key) {
        return key.concat(ZERO);
    }

    Optional<Entry> entry(ByteString key) throws SQLException {
        PreparedStatement query = connection.statement("SELECT key, value, block, position FROM state WHERE key = ?");
        query.setBytes(1, key.toByteArray());
        return entries(query).stream().findFirst();
    }

    /** List at most limit entries from start (inclusive) to end (exclusive; empty is open). */
    List<Entry> range(ByteString start, ByteString end, int limit) throws SQLException {
        PreparedStatement query;
        if (end.isEmpty()) {
            query = connection.statement(
                    "SELECT key, value, block, position FROM state WHERE key >= ? ORDER BY key LIMIT ?");
            query.setInt(2, limit);
        } else {
            query = connection.statement(
                    "SELECT key, value, block, position FROM state WHERE key >= ? AND key < ? ORDER BY key LIMIT ?");
            query.setBytes(2, end.toByteArray());
            query.setInt(3, limit);
        }
        query.setBytes(1, start.toByteArray());
        return entries(query);
    }

    /** Apply one write of a valid transaction and remember where it happened. */
    void apply(KVWrite write, Version version) throws SQLException {
        byte[] key = write.getKeyBytes().toByteArray();
        if (write.getIsDelete()) {
            PreparedStatement delete = connection.statement("DELETE FROM state WHERE key = ?");
            delete.setBytes(1, key);
            delete.executeUpdate();
        } else {
            PreparedStatement put = connection.statement("INSERT OR REPLACE INTO state VALUES (?, ?, ?, ?)");
            put.setBytes(1, key);
            put.setBytes(2, write.getValue().toByteArray());
            put.setLong(3, version.getBlockNum());
            put.setLong(4, version.getTxNum());
            put.executeUpdate();
        }
        PreparedStatement remember = connection.statement("INSERT INTO history VALUES (?, ?, ?)");
        remember.setBytes(1, key);
        remember.setLong(2, version.getBlockNum());
        remember.setLong(3, version.getTxNum());
        remember.executeUpdate();
    }

    /** Where a key changed, newest first. */
    List<Change> changes(ByteString key) throws SQLException {
        PreparedStatement query = connection.statement(
                "SELECT block, position FROM history WHERE key = ? ORDER BY block DESC, position DESC");
        query.setBytes(1, key.toByteArray());
        List<Change> changes = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                changes.add(new Change(rows.getLong(1), rows.getInt(2)));
            }
        }
        return changes;
    }

    private static List<Entry> entries(PreparedStatement query) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Version version = Version.newBuilder()
                        .setBlockNum(rows.getLong(3))
                        .setTxNum(rows.getLong(4))
                        .build();
                entries.add(new Entry(
                        ByteString.copyFrom(rows.getBytes(1)), ByteString.copyFrom(rows.getBytes(2)), version));
            }
        }
        return entries;
    }
}
