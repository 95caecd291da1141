// SPDX-License-Identifier: Apache-2.0

/** Measures networks and programs, and says whether the goals are met. */
@NullMarked
package aegle.benchmarks;

import org.jspecify.annotations.NullMarked;
