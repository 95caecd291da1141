// SPDX-License-Identifier: Apache-2.0

/** Which keys a participant holds, how they are shared in sealed grants, and which foreign keys are to be trusted. */
@NullMarked
package aegle.sharing.key;

import org.jspecify.annotations.NullMarked;
