// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import org.jspecify.annotations.Nullable;

/** The data directory cannot be read or written, belongs to another channel, or its chain of blocks is broken. */
public final class LedgerStorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerStorageException(String message) {
        super(message);
    }

    LedgerStorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
