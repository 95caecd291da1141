// SPDX-License-Identifier: Apache-2.0
/** A network in memory with invented people, for tests of the wallet. */
@NullMarked
package aegle.wallet.trial;

import org.jspecify.annotations.NullMarked;
