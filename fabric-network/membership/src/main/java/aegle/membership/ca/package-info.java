// SPDX-License-Identifier: Apache-2.0

/** Certificate authorities inside the process: one for the network's users, one for its servers. */
@NullMarked
package aegle.membership.ca;

import org.jspecify.annotations.NullMarked;
