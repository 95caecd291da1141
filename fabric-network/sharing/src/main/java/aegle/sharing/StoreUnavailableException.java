// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** No store answers. What was to be uploaded is kept and tried again. */
public final class StoreUnavailableException extends SharingException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
