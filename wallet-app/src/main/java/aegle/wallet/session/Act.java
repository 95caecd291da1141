// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.sharing.SharingException;

/** Something that the owner does on the ledger. */
@FunctionalInterface
interface Act<T> {
    T perform() throws SharingException;
}
