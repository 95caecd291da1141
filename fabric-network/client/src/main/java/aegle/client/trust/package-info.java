// SPDX-License-Identifier: Apache-2.0

/** Whom a program believes: the roots of the connection profile, and none of the computer's own. */
@NullMarked
package aegle.client.trust;

import org.jspecify.annotations.NullMarked;
