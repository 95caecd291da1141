// SPDX-License-Identifier: Apache-2.0

/** Throws foreign bytes at every parser that meets them, and says when one answers in a way it has not promised. */
@NullMarked
package aegle.fuzzing;

import org.jspecify.annotations.NullMarked;
