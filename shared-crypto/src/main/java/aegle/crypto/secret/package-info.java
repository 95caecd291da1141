// SPDX-License-Identifier: Apache-2.0

/** Secret bytes with an end of life, and the one key derivation; not exported. */
@NullMarked
package aegle.crypto.secret;

import org.jspecify.annotations.NullMarked;
