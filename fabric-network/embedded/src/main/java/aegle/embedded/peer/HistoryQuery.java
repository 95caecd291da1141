// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;

/** Every committed value of one key, newest first, read from the blocks; leaves no trace in the read set, as in Fabric. */
final class HistoryQuery implements OpenQuery {

    private final String contract;
    private final ByteString key;
    private Optional<Deque<StateTable.Change>> changes = Optional.empty();

    HistoryQuery(String contract, ByteString key) {
        this.contract = contract;
        this.key = key;
    }

    @Override
    public QueryResponse.Builder nextPage(LedgerConnection connection) throws SQLException {
        if (changes.isEmpty()) {
            changes = Optional.of(new ArrayDeque<>(new StateTable(connection).changes(key)));
        }
        Deque<StateTable.Change> remaining = changes.get();
        var page = QueryResponse.newBuilder();
        while (!remaining.isEmpty() && page.getResultsCount() < PAGE) {
            ByteString modification =
                    modification(connection, remaining.removeFirst()).toByteString();
            page.addResults(QueryResultBytes.newBuilder().setResultBytes(modification));
        }
        return page.setHasMore(!remaining.isEmpty());
    }

    private KeyModification modification(LedgerConnection connection, StateTable.Change change) throws SQLException {
        Block block = new BlockTable(connection)
                .block(change.block())
                .orElseThrow(() -> new LedgerStorageException("block " + change.block() + " is missing"));
        try {
            var transaction =
                    new TransactionEnvelope(Envelope.parseFrom(block.getData().getData(change.position())));
            for (KVWrite write : transaction.readWriteSet(contract).getWritesList()) {
                if (write.getKeyBytes().equals(key)) {
                    return KeyModification.newBuilder()
                            .setTxId(transaction.transactionId())
                            .setTimestamp(transaction.timestamp())
                            .setIsDelete(write.getIsDelete())
                            .setValue(write.getValue())
                            .build();
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerStorageException("block " + change.block() + " is damaged", e);
        }
        throw new LedgerStorageException("block " + change.block() + " lacks a write that the history names");
    }
}
