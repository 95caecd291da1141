// SPDX-License-Identifier: Apache-2.0

/** The mains of the network's own processes; their settings come from the environment. */
@NullMarked
package aegle.devnet.node;

import org.jspecify.annotations.NullMarked;
