// SPDX-License-Identifier: Apache-2.0
/** Who looked, who added, who was refused. */
@NullMarked
package aegle.wallet.ui.activity;

import org.jspecify.annotations.NullMarked;
