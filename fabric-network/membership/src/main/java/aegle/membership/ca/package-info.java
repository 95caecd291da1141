// SPDX-License-Identifier: Apache-2.0

/** Certificate authorities: of the network's users, inside the process or a Fabric CA server, and of its servers. */
@NullMarked
package aegle.membership.ca;

import org.jspecify.annotations.NullMarked;
