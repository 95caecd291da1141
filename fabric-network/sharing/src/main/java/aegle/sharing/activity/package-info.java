// SPDX-License-Identifier: Apache-2.0

/** Who looked, who was refused, and which clinicians there are to allow. */
@NullMarked
package aegle.sharing.activity;

import org.jspecify.annotations.NullMarked;
