// SPDX-License-Identifier: Apache-2.0

/** What the ledger names: records, members, documents, objects, and the keys and digests that stand for them. */
@NullMarked
package aegle.record;

import org.jspecify.annotations.NullMarked;
