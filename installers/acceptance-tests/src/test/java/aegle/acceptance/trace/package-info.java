// SPDX-License-Identifier: Apache-2.0

/** The search for what must lie nowhere in clear: in files, and in the memory of locked programs. */
@NullMarked
package aegle.acceptance.trace;

import org.jspecify.annotations.NullMarked;
