// SPDX-License-Identifier: Apache-2.0
/** The patient's documents: timeline, viewing, confirming, saving a copy. */
@NullMarked
package aegle.wallet.ui.record;

import org.jspecify.annotations.NullMarked;
