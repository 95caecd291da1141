// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.record.access.AccessEvent;
import aegle.record.codec.LedgerErrorCode;

/** The ledger has denied an opening, and recorded that it did: the patient sees it. */
public final class AccessDeniedException extends SharingException {
    private static final long serialVersionUID = 1L;

    private final LedgerErrorCode reason;

    public AccessDeniedException(AccessEvent denial) {
        super("opening was denied");
        this.reason = denial.denial().orElseThrow(() -> new IllegalArgumentException("the opening was permitted"));
    }

    public LedgerErrorCode reason() {
        return reason;
    }
}
