// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.record.codec.LedgerErrorCode;
import java.util.Optional;

/** The contract refuses, with the reason that it shares with us; nothing has changed. */
public final class LedgerRefusalException extends SharingException {
    private static final long serialVersionUID = 1L;

    private final LedgerErrorCode code;

    public LedgerRefusalException(LedgerErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public LedgerErrorCode code() {
        return code;
    }

    /** How far off this computer's clock is, if that is the reason and both clocks' times were told. */
    public Optional<ClockDifference> clockDifference() {
        return code == LedgerErrorCode.CLOCK_OFF
                ? ClockDifference.told(String.valueOf(getMessage()))
                : Optional.empty();
    }
}
