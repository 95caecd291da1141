// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.sharing.SealedStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A program's memory without a disk. */
final class TrialMemory implements SealedStore {
    private final Map<String, byte[]> entries = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(byte[]::clone);
    }

    @Override
    public void put(String name, byte[] content) {
        entries.put(name, content.clone());
    }

    @Override
    public void remove(String name) {
        entries.remove(name);
    }

    @Override
    public List<String> names(String prefix) {
        return entries.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    @Override
    public void close() {}
}
