// SPDX-License-Identifier: Apache-2.0

/** The file in which a program keeps its keys, locked by a passphrase. */
@NullMarked
package aegle.crypto.vault;

import org.jspecify.annotations.NullMarked;
