// SPDX-License-Identifier: Apache-2.0

/** Key pairs of people: SKS/PKS to sign, SKE/PKE to receive sealed things. */
@NullMarked
package aegle.crypto.identity;

import org.jspecify.annotations.NullMarked;
