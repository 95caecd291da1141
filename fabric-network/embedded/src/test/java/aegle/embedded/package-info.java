// SPDX-License-Identifier: Apache-2.0
/** Tests of the practice network as a whole. */
@NullMarked
package aegle.embedded;

import org.jspecify.annotations.NullMarked;
