// SPDX-License-Identifier: Apache-2.0

/** Invented people on a network, and their use cases put together as both programs do it. */
@NullMarked
package aegle.benchmarks.clinic;

import org.jspecify.annotations.NullMarked;
