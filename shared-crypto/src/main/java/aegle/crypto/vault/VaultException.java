// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

/** A vault file did not open; its kind says what a person can do. Nothing was changed. */
public sealed class VaultException extends Exception permits VaultDamagedException, WrongPassphraseException {
    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }
}
