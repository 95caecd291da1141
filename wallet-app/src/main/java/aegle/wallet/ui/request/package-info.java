// SPDX-License-Identifier: Apache-2.0
/** Who asks for access, and why. */
@NullMarked
package aegle.wallet.ui.request;

import org.jspecify.annotations.NullMarked;
