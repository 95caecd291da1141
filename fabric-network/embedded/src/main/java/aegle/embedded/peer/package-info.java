// SPDX-License-Identifier: Apache-2.0
/** A durable stand-in for one hospital's Fabric peer with its orderers: one process, one SQLite file, the real protocols on both sides. */
@NullMarked
package aegle.embedded.peer;

import org.jspecify.annotations.NullMarked;
