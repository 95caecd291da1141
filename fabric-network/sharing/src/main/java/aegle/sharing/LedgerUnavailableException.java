// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** No hospital's peer answers, or too few to decide. Nothing was ordered; reading from the cache goes on. */
public final class LedgerUnavailableException extends SharingException {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
