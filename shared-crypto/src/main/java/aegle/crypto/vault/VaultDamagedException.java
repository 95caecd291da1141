// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

/** The file is no vault, was altered or cut, or demands a cost outside the limits: no passphrase will open it. */
public final class VaultDamagedException extends VaultException {
    private static final long serialVersionUID = 1L;

    public VaultDamagedException(String message) {
        super(message);
    }
}
