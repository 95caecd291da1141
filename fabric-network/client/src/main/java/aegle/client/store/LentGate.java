// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.record.call.StoreCalls.StoreUrls;
import aegle.sharing.RecordStore.Gate;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import java.util.Optional;

/**
 * A gate for one transfer. The HTTP client's timer remembers a call for up to a minute after it has ended, and would keep the keys
 * and names behind the gate as long.
 */
final class LentGate implements Gate, AutoCloseable {
    private volatile Optional<Gate> lent;

    LentGate(Gate gate) {
        this.lent = Optional.of(gate);
    }

    @Override
    public StoreUrls urls() throws SharingException {
        return gate().urls();
    }

    @Override
    public Optional<StoreUrls> statusUrls() throws SharingException {
        return gate().statusUrls();
    }

    private Gate gate() throws StoreUnavailableException {
        return lent.orElseThrow(() -> new StoreUnavailableException("the transfer has ended"));
    }

    @Override
    public void close() {
        lent = Optional.empty();
    }
}
