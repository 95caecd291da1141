// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import java.util.List;
import java.util.Optional;

/**
 * A program's memory on its own disk, sealed with a key from the vault: neither names nor contents are readable without it. Each
 * change is durable when the call returns.
 */
public interface SealedStore extends AutoCloseable {

    Optional<byte[]> find(String name);

    void put(String name, byte[] content);

    void remove(String name);

    /** All names that begin with {@code prefix}, sorted. */
    List<String> names(String prefix);

    @Override
    void close();
}
