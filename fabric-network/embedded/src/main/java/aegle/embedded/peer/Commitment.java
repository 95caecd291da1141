// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Where a transaction lies in the chain, and whether it counted. */
record Commitment(long block, TxValidationCode code) {}
