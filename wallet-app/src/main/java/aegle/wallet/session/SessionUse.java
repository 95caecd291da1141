// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.sharing.SharingException;

/** Something done with an unlocked wallet. */
@FunctionalInterface
public interface SessionUse<T> {
    T in(WalletSession session) throws SharingException, InterruptedException;
}
