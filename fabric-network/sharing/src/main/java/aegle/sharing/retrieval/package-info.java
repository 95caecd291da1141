// SPDX-License-Identifier: Apache-2.0

/** How documents are listed, opened, verified and kept for reading without the network. */
@NullMarked
package aegle.sharing.retrieval;

import org.jspecify.annotations.NullMarked;
