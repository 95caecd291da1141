// SPDX-License-Identifier: Apache-2.0

/** How patients and clinicians become known to the network, and how officers verify clinicians. */
@NullMarked
package aegle.sharing.enrollment;

import org.jspecify.annotations.NullMarked;
