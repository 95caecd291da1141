// SPDX-License-Identifier: Apache-2.0
/** Fetching, verifying and showing one PDF, as long as the wallet is unlocked. */
@NullMarked
package aegle.wallet.ui.viewing;

import org.jspecify.annotations.NullMarked;
