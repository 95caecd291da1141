// SPDX-License-Identifier: Apache-2.0

/** The processes that a network consists of: started so that they outlive the launcher, known again, asked and stopped. */
@NullMarked
package aegle.devnet.process;

import org.jspecify.annotations.NullMarked;
