// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A transaction in the block that it came into, valid or not. */
record Committed(String transactionId, long block, TxValidationCode code) {
    static final Committed NOTHING = new Committed("", 0, TxValidationCode.NOT_VALIDATED);

    static Committed later(Committed one, Committed other) {
        return one.block() >= other.block() ? one : other;
    }
}
