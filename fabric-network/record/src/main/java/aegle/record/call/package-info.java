// SPDX-License-Identifier: Apache-2.0

/** Every call that the contract knows: its arguments and its answer. */
@NullMarked
package aegle.record.call;

import org.jspecify.annotations.NullMarked;
