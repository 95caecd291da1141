// SPDX-License-Identifier: Apache-2.0

/** The viewer that both programs have, in a window without a display. */
@NullMarked
package aegle.benchmarks.screen;

import org.jspecify.annotations.NullMarked;
