// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.desktop.kit.ProgressReport;
import aegle.sharing.SharingException;

/** Something long done with an unlocked wallet. */
@FunctionalInterface
public interface MeasuredSessionUse<T> {
    T in(WalletSession session, ProgressReport report) throws SharingException, InterruptedException;
}
