// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;

/** A range of the state, noted in the read set as far as it was read so that phantoms are found at commit. */
final class RangeQuery implements OpenQuery {

    private final String contract;
    private final ByteString end;
    private final RangeQueryInfo.Builder noted;
    private ByteString next;

    RangeQuery(String contract, ByteString start, ByteString end, ReadWriteSet set) {
        this.contract = contract;
        this.next = start;
        this.end = end;
        this.noted = set.range(start, end);
    }

    @Override
    public QueryResponse.Builder nextPage(LedgerConnection connection) throws SQLException {
        return page(connection, PAGE);
    }

    /** Read the one page of a query with bookmarks; the bookmark is the key behind it, empty at the end. */
    QueryResponse.Builder bookmarkedPage(LedgerConnection connection, int size) throws SQLException {
        QueryResponse.Builder page = page(connection, size);
        var metadata = QueryResponseMetadata.newBuilder().setFetchedRecordsCount(page.getResultsCount());
        if (page.getHasMore()) {
            metadata.setBookmarkBytes(next);
        }
        return page.setHasMore(false).setMetadata(metadata.build().toByteString());
    }

    private QueryResponse.Builder page(LedgerConnection connection, int size) throws SQLException {
        List<StateTable.Entry> found = new StateTable(connection).range(next, end, size + 1);
        var page = QueryResponse.newBuilder();
        for (StateTable.Entry entry : found.subList(0, Math.min(size, found.size()))) {
            noted.getRawReadsBuilder()
                    .addKvReads(KVRead.newBuilder().setKeyBytes(entry.key()).setVersion(entry.version()));
            noted.setEndKeyBytes(entry.key());
            page.addResults(result(entry));
        }
        if (found.size() > size) {
            next = found.get(size).key();
            return page.setHasMore(true);
        }
        noted.setEndKeyBytes(end).setItrExhausted(true);
        return page.setHasMore(false);
    }

    private QueryResultBytes result(StateTable.Entry entry) {
        ByteString bytes = KV.newBuilder()
                .setNamespace(contract)
                .setKeyBytes(entry.key())
                .setValue(entry.value())
                .build()
                .toByteString();
        return QueryResultBytes.newBuilder().setResultBytes(bytes).build();
    }
}
