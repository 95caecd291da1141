// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.activity;

import aegle.record.MemberId;
import java.util.Optional;

/** Somebody whose events may be wanted, or everybody; shown by the name. */
record PersonChoice(Optional<MemberId> id, String name) {
    @Override
    public String toString() {
        return name;
    }
}
