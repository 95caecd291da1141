// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A process that writes block after block, one new key in each, until it is killed. */
final class RestlessLedger {

    private RestlessLedger() {}

    /** Write to the file that the only argument names. */
    public static void main(String[] arguments) {
        try (LedgerDatabase database = LedgerDatabase.open(Path.of(arguments[0]))) {
            Ledger ledger = open(database);
            for (int number = 1; number < Integer.MAX_VALUE; number++) {
                ledger.commit(List.of(transaction(number)));
            }
        }
    }

    static Ledger open(LedgerDatabase database) {
        return Ledger.open(
                database,
                new ChannelNames("channel", "contract", "Hospital1MSP"),
                new TrustedMembership(Map.of("Hospital1MSP", List.of()), certificate -> false),
                ByteString.copyFromUtf8("nonce"),
                Instant.EPOCH);
    }

    static OrderedTransaction transaction(int number) {
        KVRWSet writes = KVRWSet.newBuilder()
                .addWrites(KVWrite.newBuilder()
                        .setKey("key%09d".formatted(number))
                        .setValue(ByteString.copyFrom(new byte[5_000])))
                .build();
        return new OrderedTransaction("tx" + number, writes.toByteString(), writes, TxValidationCode.VALID);
    }
}
