// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.util.concurrent.CompletionStage;

/**
 * Decides what becomes of a transaction between the gateway and the orderers, so that tests can show a program the weather
 * of a real network: submits that fail and commit half a minute later, and submits that are lost.
 */
@FunctionalInterface
public interface CommitFault {

    /** Decide about one valid submission; asked again if the same transaction is submitted again. */
    Fate fate(String transactionId);

    /** Let every transaction through. */
    static CommitFault none() {
        return transactionId -> new Ordered();
    }

    /** What becomes of a submission. */
    sealed interface Fate permits Ordered, Lost, Ghost {}

    /** Ordered and committed; Submit answers OK. */
    record Ordered() implements Fate {}

    /** Submit answers UNAVAILABLE, and the transaction never commits. */
    record Lost() implements Fate {}

    /** Submit answers UNAVAILABLE at once; the transaction commits when the stage completes, if the peer still runs. */
    record Ghost(CompletionStage<?> release) implements Fate {}
}
