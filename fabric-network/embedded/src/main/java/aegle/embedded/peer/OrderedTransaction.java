// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A transaction on its way into a block, with what was already found wrong with it (VALID if nothing). */
record OrderedTransaction(String id, ByteString envelope, KVRWSet readWriteSet, TxValidationCode verdict) {}
