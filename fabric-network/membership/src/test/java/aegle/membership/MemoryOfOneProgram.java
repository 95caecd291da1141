// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.sharing.SealedStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A program's memory that outlives its use cases, as a disk outlives a crash. */
final class MemoryOfOneProgram implements SealedStore {
    private final Map<String, byte[]> contents = new ConcurrentSkipListMap<>();

    @Override
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(contents.get(name)).map(byte[]::clone);
    }

    @Override
    public void put(String name, byte[] content) {
        contents.put(name, content.clone());
    }

    @Override
    public void remove(String name) {
        contents.remove(name);
    }

    @Override
    public List<String> names(String prefix) {
        return contents.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    @Override
    public void close() {}
}
