// SPDX-License-Identifier: Apache-2.0

/** Small things sealed to a recipient: envelopes, labels, grants, messages. */
@NullMarked
package aegle.crypto.seal;

import org.jspecify.annotations.NullMarked;
