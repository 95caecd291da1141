// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.sharing.SharingException;
import java.io.IOException;

/** How one attempt to move one object to or from one store ended. */
sealed interface AttemptResult {

    /** The object is where it should be, whole and with the ledger's digest. */
    record Moved() implements AttemptResult {}

    /** The store has, serves or was given other bytes. */
    record OtherBytes() implements AttemptResult {}

    /** The bytes came and could not be kept here. */
    record NotKept(IOException cause) implements AttemptResult {}

    /** The gate gave no URL. */
    record NotAllowed(SharingException refusal) implements AttemptResult {}

    /** The store did not answer, or refused. */
    record Failed(StoreFailure cause) implements AttemptResult {}
}
