// SPDX-License-Identifier: Apache-2.0
/** Showing at the hospital that it is me: six words and the code. */
@NullMarked
package aegle.wallet.ui.words;

import org.jspecify.annotations.NullMarked;
