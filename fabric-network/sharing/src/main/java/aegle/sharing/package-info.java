// SPDX-License-Identifier: Apache-2.0

/** The ports through which the protocol reaches ledger, store, membership and disk, and how they fail. */
@NullMarked
package aegle.sharing;

import org.jspecify.annotations.NullMarked;
