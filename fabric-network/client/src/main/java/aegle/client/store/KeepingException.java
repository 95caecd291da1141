// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import java.io.IOException;

/** Tells a failure of our own disk from one of the store. */
final class KeepingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException keeping;

    KeepingException(IOException keeping) {
        super("the bytes cannot be kept", keeping);
        this.keeping = keeping;
    }

    IOException keeping() {
        return keeping;
    }
}
