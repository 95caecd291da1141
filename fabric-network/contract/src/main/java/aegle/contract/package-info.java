// SPDX-License-Identifier: Apache-2.0

/** The chaincode: the ledger's nouns, enforced on every peer whatever a client claims. */
@NullMarked
package aegle.contract;

import org.jspecify.annotations.NullMarked;
