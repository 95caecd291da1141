// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Decides at commit whether what a transaction read is still so: keys by their versions, ranges by reading them again. */
final class CommitValidation {

    private final StateTable state;

    CommitValidation(StateTable state) {
        this.state = state;
    }

    TxValidationCode verdict(KVRWSet set) throws SQLException {
        for (KVRead read : set.getReadsList()) {
            if (!isCurrent(read)) {
                return TxValidationCode.MVCC_READ_CONFLICT;
            }
        }
        for (RangeQueryInfo range : set.getRangeQueriesInfoList()) {
            if (!isUnchanged(range)) {
                return TxValidationCode.PHANTOM_READ_CONFLICT;
            }
        }
        return TxValidationCode.VALID;
    }

    private boolean isCurrent(KVRead read) throws SQLException {
        Optional<Version> committed = state.entry(read.getKeyBytes()).map(StateTable.Entry::version);
        Optional<Version> seen = read.hasVersion() ? Optional.of(read.getVersion()) : Optional.empty();
        return committed.equals(seen);
    }

    private boolean isUnchanged(RangeQueryInfo range) throws SQLException {
        List<KVRead> seen = range.getRawReads().getKvReadsList();
        ByteString end =
                range.getItrExhausted() ? range.getEndKeyBytes() : StateTable.successor(range.getEndKeyBytes());
        List<StateTable.Entry> now = state.range(range.getStartKeyBytes(), end, seen.size() + 1);
        if (now.size() != seen.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).key().equals(seen.get(i).getKeyBytes())
                    || !now.get(i).version().equals(seen.get(i).getVersion())) {
                return false;
            }
        }
        return true;
    }
}
