// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import java.io.IOException;
import java.io.InputStream;

/** What goes wrong in an embedded store, request by request, for tests and rehearsals. Called from many threads. */
public interface StoreFault {

    static StoreFault none() {
        return new StoreFault() {};
    }

    /**
     * Hear of a request for an object before it is carried out. Blocking here freezes the store.
     *
     * @throws IOException to have it answered as an internal error
     */
    default void arrived(String key) throws IOException {}

    /** Returns what is sent instead of the stored bytes; of the same length, because the length has been announced. */
    default InputStream sent(String key, InputStream stored) throws IOException {
        return stored;
    }
}
