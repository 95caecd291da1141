// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;

/**
 * One run of the contract: answers what it asks of the state from one consistent view, and notes what it reads and would
 * write. It never sees its own writes. Nothing changes until the transaction is submitted and found valid.
 */
final class TransactionSimulation implements AutoCloseable {

    private static final int TOTAL_QUERY_LIMIT = 100_000;

    private final String contract;
    private final LedgerDatabase database;
    private final ReadWriteSet set = new ReadWriteSet();
    private final Map<String, OpenQuery> queries = new HashMap<>();
    private Optional<LedgerConnection> view = Optional.empty();
    private boolean paged;
    private boolean closed;
    private int queriesOpened;

    TransactionSimulation(String contract, LedgerDatabase database) {
        this.contract = contract;
        this.database = database;
    }

    /** Answer one request of the contract. */
    synchronized ByteString answer(ChaincodeMessage request)
            throws UnsupportedRequestException, InvalidProtocolBufferException {
        try {
            ByteString payload = request.getPayload();
            return switch (request.getType()) {
                case GET_STATE -> state(GetState.parseFrom(payload));
                case PUT_STATE -> put(PutState.parseFrom(payload));
                case DEL_STATE -> delete(DelState.parseFrom(payload));
                case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(payload));
                case GET_HISTORY_FOR_KEY -> history(GetHistoryForKey.parseFrom(payload));
                case QUERY_STATE_NEXT -> next(QueryStateNext.parseFrom(payload).getId());
                case QUERY_STATE_CLOSE ->
                    closeQuery(QueryStateClose.parseFrom(payload).getId());
                default -> throw new UnsupportedRequestException("unsupported: " + request.getType());
            };
        } catch (SQLException e) {
            throw new LedgerStorageException("cannot read the ledger", e);
        }
    }

    /** The serialized read-write set of the run so far. */
    synchronized ByteString readWriteSet() {
        return set.serialize(contract);
    }

    @Override
    public synchronized void close() {
        closed = true;
        view.ifPresent(database::giveBack);
        view = Optional.empty();
    }

    private ByteString state(GetState request) throws SQLException, UnsupportedRequestException {
        requirePublic(request.getCollection());
        Optional<StateTable.Entry> entry = new StateTable(view()).entry(request.getKeyBytes());
        Optional<Version> version = entry.map(StateTable.Entry::version);
        set.read(request.getKeyBytes(), version);
        return entry.map(StateTable.Entry::value).orElse(ByteString.EMPTY);
    }

    private ByteString put(PutState request) throws UnsupportedRequestException {
        requirePublic(request.getCollection());
        return write(request.getKeyBytes(), request.getValue());
    }

    private ByteString delete(DelState request) throws UnsupportedRequestException {
        requirePublic(request.getCollection());
        return write(request.getKeyBytes(), ByteString.EMPTY);
    }

    private ByteString write(ByteString key, ByteString value) throws UnsupportedRequestException {
        if (key.isEmpty()) {
            throw new UnsupportedRequestException("a key must not be empty");
        }
        if (paged) {
            throw new UnsupportedRequestException("paginated queries are supported only in a read-only transaction");
        }
        set.write(key, value);
        return ByteString.EMPTY;
    }

    private ByteString range(GetStateByRange request)
            throws SQLException, UnsupportedRequestException, InvalidProtocolBufferException {
        requirePublic(request.getCollection());
        if (request.getMetadata().isEmpty()) {
            var query = new RangeQuery(contract, request.getStartKeyBytes(), request.getEndKeyBytes(), set);
            return open(query);
        }
        if (set.hasWrites()) {
            throw new UnsupportedRequestException("paginated queries are supported only in a read-only transaction");
        }
        paged = true;
        QueryMetadata metadata = QueryMetadata.parseFrom(request.getMetadata());
        ByteString start = metadata.getBookmark().isEmpty() ? request.getStartKeyBytes() : metadata.getBookmarkBytes();
        int size =
                metadata.getPageSize() <= 0 ? TOTAL_QUERY_LIMIT : Math.min(metadata.getPageSize(), TOTAL_QUERY_LIMIT);
        return new RangeQuery(contract, start, request.getEndKeyBytes(), set)
                .bookmarkedPage(view(), size)
                .setId(nextId())
                .build()
                .toByteString();
    }

    private ByteString history(GetHistoryForKey request) throws SQLException {
        return open(new HistoryQuery(contract, request.getKeyBytes()));
    }

    private ByteString open(OpenQuery query) throws SQLException {
        String id = nextId();
        queries.put(id, query);
        return page(id, query);
    }

    private ByteString next(String id) throws SQLException, UnsupportedRequestException {
        OpenQuery query = queries.get(id);
        if (query == null) {
            throw new UnsupportedRequestException("query iterator not found");
        }
        return page(id, query);
    }

    private ByteString page(String id, OpenQuery query) throws SQLException {
        QueryResponse page = query.nextPage(view()).setId(id).build();
        if (!page.getHasMore()) {
            queries.remove(id);
        }
        return page.toByteString();
    }

    private ByteString closeQuery(String id) {
        queries.remove(id);
        return QueryResponse.newBuilder().setId(id).build().toByteString();
    }

    private String nextId() {
        queriesOpened++;
        return Integer.toString(queriesOpened);
    }

    private LedgerConnection view() {
        if (closed) {
            throw new LedgerStorageException("the transaction has ended");
        }
        if (view.isEmpty()) {
            view = Optional.of(database.borrow());
        }
        return view.get();
    }

    private static void requirePublic(String collection) throws UnsupportedRequestException {
        if (!collection.isEmpty()) {
            throw new UnsupportedRequestException("unsupported: private data");
        }
    }
}
