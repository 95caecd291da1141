// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.codec.LedgerErrorCode;

/** The model's word that a call is refused. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LedgerErrorCode code;

    Refused(LedgerErrorCode code) {
        super(code.name());
        this.code = code;
    }

    static void unless(boolean condition, LedgerErrorCode code) {
        if (!condition) {
            throw new Refused(code);
        }
    }

    LedgerErrorCode code() {
        return code;
    }
}
