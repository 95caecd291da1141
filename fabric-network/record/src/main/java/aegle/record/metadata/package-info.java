// SPDX-License-Identifier: Apache-2.0

/** What the ledger says about documents and where their ciphertext lies. */
@NullMarked
package aegle.record.metadata;

import org.jspecify.annotations.NullMarked;
