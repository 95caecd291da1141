// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.sharing.SharingException;
import java.io.IOException;

/** Carries the gate's refusal through the HTTP client, which would not repeat it. */
final class GateException extends IOException {
    private static final long serialVersionUID = 1L;

    private final SharingException refusal;

    GateException(SharingException refusal) {
        super("the gate gave no URL", refusal);
        this.refusal = refusal;
    }

    SharingException refusal() {
        return refusal;
    }
}
