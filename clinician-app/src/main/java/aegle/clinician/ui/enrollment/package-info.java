// SPDX-License-Identifier: Apache-2.0
/** Joining the network: who the clinician is, and waiting for two officers. */
@NullMarked
package aegle.clinician.ui.enrollment;

import org.jspecify.annotations.NullMarked;
