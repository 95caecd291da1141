// SPDX-License-Identifier: Apache-2.0

/** The membership service as programs reach it, over HTTPS. */
@NullMarked
package aegle.client.membership;

import org.jspecify.annotations.NullMarked;
