// SPDX-License-Identifier: Apache-2.0

/** The protocol end to end on a whole network, without windows: what holds, and what is refused. */
@NullMarked
package aegle.acceptance.protocol;

import org.jspecify.annotations.NullMarked;
