// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.codec.LedgerErrorCode;
import org.hyperledger.fabric.shim.ChaincodeException;

/**
 * A call that the contract refuses. Its message has the grammar {@code CODE: text}, which is all that reaches the client; a
 * refused call changes nothing.
 */
public final class RefusedException extends ChaincodeException {
    private static final long serialVersionUID = 1L;

    private final LedgerErrorCode code;

    RefusedException(LedgerErrorCode code, String text) {
        super(code.name() + ": " + text);
        this.code = code;
    }

    static void unless(boolean condition, LedgerErrorCode code, String text) {
        if (!condition) {
            throw new RefusedException(code, text);
        }
    }

    public LedgerErrorCode code() {
        return code;
    }
}
