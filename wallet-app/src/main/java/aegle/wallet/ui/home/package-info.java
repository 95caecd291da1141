// SPDX-License-Identifier: Apache-2.0
/** Who can see what now, and what needs the patient. */
@NullMarked
package aegle.wallet.ui.home;

import org.jspecify.annotations.NullMarked;
