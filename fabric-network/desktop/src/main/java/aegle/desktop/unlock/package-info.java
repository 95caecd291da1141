// SPDX-License-Identifier: Apache-2.0
/** Opening and creating the vault with a passphrase, and locking it when nobody is there. */
@NullMarked
package aegle.desktop.unlock;

import org.jspecify.annotations.NullMarked;
