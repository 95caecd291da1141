// SPDX-License-Identifier: Apache-2.0

/** The patient's key tree and the bodies of documents. */
@NullMarked
package aegle.crypto.record;

import org.jspecify.annotations.NullMarked;
