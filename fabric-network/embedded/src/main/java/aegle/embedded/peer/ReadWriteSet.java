// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

/** What one simulated transaction has read, with versions, and would write; keys in byte order, the last write wins. */
final class ReadWriteSet {

    private final TreeMap<ByteString, KVRead> reads = new TreeMap<>(ByteString.unsignedLexicographicalComparator());
    private final TreeMap<ByteString, KVWrite> writes = new TreeMap<>(ByteString.unsignedLexicographicalComparator());
    private final List<RangeQueryInfo.Builder> ranges = new ArrayList<>();

    void read(ByteString key, Optional<Version> version) {
        var read = KVRead.newBuilder().setKeyBytes(key);
        version.ifPresent(read::setVersion);
        reads.putIfAbsent(key, read.build());
    }

    /** Note a write; an empty value deletes, as in Fabric. */
    void write(ByteString key, ByteString value) {
        writes.put(
                key,
                KVWrite.newBuilder()
                        .setKeyBytes(key)
                        .setIsDelete(value.isEmpty())
                        .setValue(value)
                        .build());
    }

    /** Begin to note a range query, to be filled while the contract reads on. */
    RangeQueryInfo.Builder range(ByteString start, ByteString end) {
        var range = RangeQueryInfo.newBuilder().setStartKeyBytes(start).setEndKeyBytes(end);
        ranges.add(range);
        return range;
    }

    boolean hasWrites() {
        return !writes.isEmpty();
    }

    ByteString serialize(String contract) {
        var set = KVRWSet.newBuilder().addAllReads(reads.values()).addAllWrites(writes.values());
        ranges.forEach(set::addRangeQueriesInfo);
        return TxReadWriteSet.newBuilder()
                .setDataModel(TxReadWriteSet.DataModel.KV)
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace(contract)
                        .setRwset(set.build().toByteString()))
                .build()
                .toByteString();
    }
}
