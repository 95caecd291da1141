// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.codec.LedgerErrorCode;
import org.junit.jupiter.api.function.Executable;

/** Asserts why a call is refused. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(LedgerErrorCode code, Executable call) {
        var refusal = assertThrows(Network.RefusedCall.class, call);
        assertEquals(code, refusal.code(), refusal::getMessage);
    }
}
