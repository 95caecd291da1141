// SPDX-License-Identifier: Apache-2.0

/** That a record and a person at the hospital belong together, compared by six words. */
@NullMarked
package aegle.sharing.link;

import org.jspecify.annotations.NullMarked;
