// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

import aegle.record.Bytes;
import aegle.record.PatientPseudonym;

/**
 * A call that only a record's owner may make, whatever certificate carries it: it comes with her signature over an
 * {@link aegle.record.command.OwnerCommand}.
 *
 * @param <A> what the contract answers
 */
public non-sealed interface OwnerCall<A extends Record> extends LedgerCall<A> {
    PatientPseudonym record();

    /** The fact that the call creates or changes; empty when it is the record itself or nothing. */
    default Bytes factId() {
        return Bytes.empty();
    }

    /** The version that the call changes; 0 for creations and evaluations. */
    default long factVersion() {
        return 0;
    }

    /** Tells whether the call is only evaluated. Its command then is good for a minute at most. */
    default boolean isEvaluated() {
        return false;
    }
}
