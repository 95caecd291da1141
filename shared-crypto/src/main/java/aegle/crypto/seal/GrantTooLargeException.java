// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

/** A grant names too many documents or epochs to be stored; it must be split, or given by category. */
public final class GrantTooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    public GrantTooLargeException() {
        super("a sealed grant has at most " + SealedGrant.MAXIMUM_SEALED_LENGTH + " bytes");
    }
}
