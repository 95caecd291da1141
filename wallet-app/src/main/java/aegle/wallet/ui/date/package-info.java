// SPDX-License-Identifier: Apache-2.0
/** Typing a date and seeing how it was understood. */
@NullMarked
package aegle.wallet.ui.date;

import org.jspecify.annotations.NullMarked;
