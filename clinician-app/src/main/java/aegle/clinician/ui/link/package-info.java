// SPDX-License-Identifier: Apache-2.0
/** Confirming that a record belongs to the person in the room. */
@NullMarked
package aegle.clinician.ui.link;

import org.jspecify.annotations.NullMarked;
