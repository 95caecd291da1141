// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.desktop.unlock.MemoryUnusableException;
import aegle.sharing.SealedStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A program's memory without a disk. */
final class TrialMemory implements SealedStore {
    private final Map<String, byte[]> entries = new ConcurrentHashMap<>();
    private final AtomicBoolean open = new AtomicBoolean();

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

    /** Open it, for one at a time. */
    TrialMemory open() throws MemoryUnusableException {
        if (!open.compareAndSet(false, true)) {
            throw new MemoryUnusableException(
                    MemoryUnusableException.Reason.IN_USE, new IllegalStateException("open already"));
        }
        return this;
    }

    boolean isOpen() {
        return open.get();
    }

    @Override
    public void close() {
        open.set(false);
    }
}
