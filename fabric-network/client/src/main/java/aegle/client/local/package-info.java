// SPDX-License-Identifier: Apache-2.0

/** A program's memory on its own disk: SQLite, sealed entry by entry. */
@NullMarked
package aegle.client.local;

import org.jspecify.annotations.NullMarked;
