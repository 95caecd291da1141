// SPDX-License-Identifier: Apache-2.0
/** The clinician program: how it starts and of what it is composed. */
@NullMarked
package aegle.clinician;

import org.jspecify.annotations.NullMarked;
