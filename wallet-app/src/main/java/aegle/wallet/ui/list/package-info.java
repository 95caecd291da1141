// SPDX-License-Identifier: Apache-2.0
/** Lists that are read from the network: loading, partial, failed, empty, full. */
@NullMarked
package aegle.wallet.ui.list;

import org.jspecify.annotations.NullMarked;
