// SPDX-License-Identifier: Apache-2.0

/** What the membership service remembers on its own disk. */
@NullMarked
package aegle.membership.register;

import org.jspecify.annotations.NullMarked;
