// SPDX-License-Identifier: Apache-2.0

/** The programs of others that the network is made of, found on this computer and run. */
@NullMarked
package aegle.devnet.tool;

import org.jspecify.annotations.NullMarked;
