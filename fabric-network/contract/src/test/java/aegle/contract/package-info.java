// SPDX-License-Identifier: Apache-2.0

/** The contract under test, on a ledger in memory, with invented people. */
@NullMarked
package aegle.contract;

import org.jspecify.annotations.NullMarked;
