// SPDX-License-Identifier: Apache-2.0

/** A whole network on this computer: real Fabric, or the embedded one, started, watched and stopped. */
@NullMarked
package aegle.devnet;

import org.jspecify.annotations.NullMarked;
