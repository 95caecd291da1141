// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.contract;

import aegle.record.Bytes;
import aegle.record.call.Transaction;
import java.util.Arrays;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * The call of a contract that asks the peer as often and as much as opening a document does, and decides nothing: seven facts are
 * read, four written. What it costs is Fabric's; what opening costs beyond it is the contract's own.
 *
 * @param number different in each call, as its facts are new; empty in the first one, which writes what the others read
 */
public record SameTraffic(Bytes number) implements Transaction<DoNothing.Done> {
    /** About the encoded lengths of founding, record, document, key index, member, operation and permission. */
    private static final int[] READ = {800, 500, 1000, 50, 700, 0, 500};

    /** Of permit, operation, event and its place in time. */
    private static final int[] WRITTEN = {50, 60, 350, 1};

    void play(ChaincodeStub stub) {
        if (number.length() == 0) {
            put(stub, "read", READ);
            return;
        }
        for (int i = 0; i < READ.length; i++) {
            stub.getState("traffic-read-" + i);
        }
        put(stub, number.hex(), WRITTEN);
        stub.setEvent("traffic", new byte[2]);
    }

    private static void put(ChaincodeStub stub, String name, int... lengths) {
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0) {
                var fact = new byte[lengths[i]];
                Arrays.fill(fact, (byte) i);
                stub.putState("traffic-" + name + "-" + i, fact);
            }
        }
    }
}
