// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.contract;

import aegle.record.call.Transaction;

/**
 * The call of an empty contract: nothing is read, written or announced. It is endorsed, ordered, validated and committed like any
 * other, by the same peers and orderers under the same policy.
 */
public record DoNothing() implements Transaction<DoNothing.Done> {

    /** The answer. */
    public record Done() {}
}
