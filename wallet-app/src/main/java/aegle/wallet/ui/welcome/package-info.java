// SPDX-License-Identifier: Apache-2.0
/** Creating a wallet: what it is, who the patient is, and connecting to the hospitals. */
@NullMarked
package aegle.wallet.ui.welcome;

import org.jspecify.annotations.NullMarked;
