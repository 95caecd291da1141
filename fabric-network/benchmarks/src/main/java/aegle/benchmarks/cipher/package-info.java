// SPDX-License-Identifier: Apache-2.0

/** What sealing is measured beside: the cipher and the digest alone. */
@NullMarked
package aegle.benchmarks.cipher;

import org.jspecify.annotations.NullMarked;
