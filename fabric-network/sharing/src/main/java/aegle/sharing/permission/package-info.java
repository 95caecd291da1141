// SPDX-License-Identifier: Apache-2.0

/** How a patient allows, changes and stops, and how the keys move on afterwards. */
@NullMarked
package aegle.sharing.permission;

import org.jspecify.annotations.NullMarked;
