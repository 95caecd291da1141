// SPDX-License-Identifier: Apache-2.0

/** Who may do what with which part of a record, and from when to when. */
@NullMarked
package aegle.record.permission;

import org.jspecify.annotations.NullMarked;
