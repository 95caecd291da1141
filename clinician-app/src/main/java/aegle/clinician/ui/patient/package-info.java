// SPDX-License-Identifier: Apache-2.0
/** The patients who allow this clinician, and the documents of one of them. */
@NullMarked
package aegle.clinician.ui.patient;

import org.jspecify.annotations.NullMarked;
