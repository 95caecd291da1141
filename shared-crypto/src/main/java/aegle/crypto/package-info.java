// SPDX-License-Identifier: Apache-2.0

/** The values and failures that every construction shares. */
@NullMarked
package aegle.crypto;

import org.jspecify.annotations.NullMarked;
