// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import java.io.IOException;

/** Another program has written or removed the vault's file since this one has read it. Nothing was written. */
public final class VaultChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    VaultChangedException() {
        super("the vault's file was changed by another program");
    }
}
