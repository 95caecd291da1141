// SPDX-License-Identifier: Apache-2.0

/** The launcher's commands. */
@NullMarked
package aegle.devnet.cli;

import org.jspecify.annotations.NullMarked;
