// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Facts of one kind in a program's sealed memory, in the ledger's encoding.
 *
 * @param <F> the kind of fact
 */
public final class SealedFacts<F extends Record> {
    private final SealedStore store;
    private final String prefix;
    private final Class<F> type;

    /**
     * A view of {@code store} in which all names begin with {@code prefix}.
     */
    public SealedFacts(SealedStore store, String prefix, Class<F> type) {
        this.store = store;
        this.prefix = prefix;
        this.type = type;
    }

    public Optional<F> find(String name) {
        return store.find(prefix + name).map(this::decode);
    }

    public List<F> all() {
        var facts = new ArrayList<F>();
        for (String name : store.names(prefix)) {
            store.find(name).map(this::decode).ifPresent(facts::add);
        }
        return List.copyOf(facts);
    }

    public void put(String name, F fact) {
        store.put(prefix + name, LedgerCodec.encode(fact));
    }

    public void remove(String name) {
        store.remove(prefix + name);
    }

    private F decode(byte[] bytes) {
        try {
            return LedgerCodec.decode(type, bytes);
        } catch (LedgerFormatException e) {
            throw new IllegalStateException("the program's memory holds a foreign " + type.getSimpleName(), e);
        }
    }
}
