// SPDX-License-Identifier: Apache-2.0

/** How a document is sealed, journalled, put into the stores and entered on the ledger. */
@NullMarked
package aegle.sharing.upload;

import org.jspecify.annotations.NullMarked;
