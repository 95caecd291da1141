// SPDX-License-Identifier: Apache-2.0

/** Test vectors, and second decoders written from the pages in docs/ that share no code with the first. */
@NullMarked
package aegle.crypto.vectors;

import org.jspecify.annotations.NullMarked;
