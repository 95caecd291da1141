// SPDX-License-Identifier: Apache-2.0
/** Allowing somebody, changing what she may do, and answering her request. */
@NullMarked
package aegle.wallet.ui.allow;

import org.jspecify.annotations.NullMarked;
