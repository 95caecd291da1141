// SPDX-License-Identifier: Apache-2.0

package aegle.record.command;

/** A signature whose algorithm tag this program does not know; probably written by a newer one. */
public final class UnknownSignatureAlgorithmException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownSignatureAlgorithmException() {
        super("unknown signature algorithm");
    }
}
