// SPDX-License-Identifier: Apache-2.0
/** The clinician herself and this computer. */
@NullMarked
package aegle.clinician.ui.settings;

import org.jspecify.annotations.NullMarked;
