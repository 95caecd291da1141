// SPDX-License-Identifier: Apache-2.0
/** An unlocked wallet: keys, connections and use cases, from unlocking to locking. */
@NullMarked
package aegle.wallet.session;

import org.jspecify.annotations.NullMarked;
