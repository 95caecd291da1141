// SPDX-License-Identifier: Apache-2.0

/** The one encoding of everything that the ledger keeps, is asked and answers. */
@NullMarked
package aegle.record.codec;

import org.jspecify.annotations.NullMarked;
