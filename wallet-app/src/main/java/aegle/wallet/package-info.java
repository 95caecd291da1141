// SPDX-License-Identifier: Apache-2.0
/** The patient's program: she decides who sees her oncology records, and sees who looked. */
@NullMarked
package aegle.wallet;

import org.jspecify.annotations.NullMarked;
