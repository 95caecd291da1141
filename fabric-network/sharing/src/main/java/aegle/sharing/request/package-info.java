// SPDX-License-Identifier: Apache-2.0

/** How a clinician asks for access by the code that a patient handed over, and how the patient answers. */
@NullMarked
package aegle.sharing.request;

import org.jspecify.annotations.NullMarked;
