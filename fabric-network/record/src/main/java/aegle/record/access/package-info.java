// SPDX-License-Identifier: Apache-2.0

/** Who looked, who was refused, and who asks to be let in. */
@NullMarked
package aegle.record.access;

import org.jspecify.annotations.NullMarked;
