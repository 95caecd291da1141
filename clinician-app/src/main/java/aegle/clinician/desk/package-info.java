// SPDX-License-Identifier: Apache-2.0
/** What a clinician can do once her vault is open: everything that the windows ask for, and what is remembered between two days. */
@NullMarked
package aegle.clinician.desk;

import org.jspecify.annotations.NullMarked;
