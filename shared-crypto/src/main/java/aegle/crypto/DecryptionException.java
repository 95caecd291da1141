// SPDX-License-Identifier: Apache-2.0

package aegle.crypto;

/**
 * Something sealed did not open. It never says why: a wrong key, an altered byte, a cut tail and malformed content look
 * alike. An unknown format version is not among them, see {@link FormatVersionUnknownException}.
 */
public final class DecryptionException extends Exception {
    private static final long serialVersionUID = 1L;

    public DecryptionException() {
        super("decryption failed");
    }
}
