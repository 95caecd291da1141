// SPDX-License-Identifier: Apache-2.0

/** What transfers are measured beside: the store alone. */
@NullMarked
package aegle.benchmarks.store;

import org.jspecify.annotations.NullMarked;
