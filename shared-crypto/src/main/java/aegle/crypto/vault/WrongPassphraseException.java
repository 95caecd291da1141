// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

/** The vault's header is whole and the passphrase does not fit it: try another one. */
public final class WrongPassphraseException extends VaultException {
    private static final long serialVersionUID = 1L;

    public WrongPassphraseException() {
        super("the passphrase does not open this vault");
    }
}
