// SPDX-License-Identifier: Apache-2.0
/** The patient's window: which screens there are and how one leads to another. */
@NullMarked
package aegle.wallet.ui;

import org.jspecify.annotations.NullMarked;
