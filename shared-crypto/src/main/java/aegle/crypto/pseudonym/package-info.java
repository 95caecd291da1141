// SPDX-License-Identifier: Apache-2.0

/** From a person to a pseudonym, and from a pseudonym to six words that people can compare. */
@NullMarked
package aegle.crypto.pseudonym;

import org.jspecify.annotations.NullMarked;
