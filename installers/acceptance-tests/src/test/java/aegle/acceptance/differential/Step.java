// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.Bytes;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.call.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One thing that somebody does, in words that hold on every network. */
sealed interface Step {
    Person caller();

    /**
     * A call as programs make it.
     *
     * @param command how it is signed, for an owner's call
     * @param kept tells that it is submitted, if it is a transaction; else it is only evaluated and must leave nothing
     */
    record Call(Person caller, LedgerCall<?> call, Optional<Command> command, boolean kept) implements Step {
        static Call of(Person caller, LedgerCall<?> call) {
            return new Call(caller, call, Optional.empty(), true);
        }

        static Call of(Person carrier, Person owner, OwnerCall<?> call) {
            return new Call(carrier, call, Optional.of(new Command(owner, Signing.GOOD)), true);
        }

        Call signed(Signing otherwise) {
            return new Call(caller, call, command.map(given -> new Command(given.signer(), otherwise)), kept);
        }

        Call onlyEvaluated() {
            return new Call(caller, call, command, false);
        }

        /** Tells whether the call is one that changes the ledger. */
        boolean isTransaction() {
            return call instanceof Transaction<?> || (call instanceof OwnerCall<?> owned && !owned.isEvaluated());
        }

        boolean isSubmitted() {
            return kept && isTransaction();
        }
    }

    /**
     * A list, read to its end.
     *
     * @param page the call for the page after a bookmark
     * @param kept which facts count; others are of people who act at the same time
     */
    record Walk(Person caller, Optional<Person> owner, Function<String, LedgerCall<?>> page, Predicate<Record> kept)
            implements Step {
        Call first() {
            return at("");
        }

        Call at(String bookmark) {
            return new Call(caller, page.apply(bookmark), owner.map(signer -> new Command(signer, Signing.GOOD)), true);
        }

        @Override
        public String toString() {
            return caller + " walks through " + page.apply("");
        }
    }

    /** An evaluation of whatever bytes. */
    record Raw(Person caller, String function, List<Bytes> arguments) implements Step {}

    /** Whose key signs an owner's command, and what is wrong with it. */
    record Command(Person signer, Signing how) {}

    /** What is wrong with an owner's command, if anything. */
    enum Signing {
        GOOD,
        EXPIRED,
        TOO_FAR_AHEAD,
        FOR_ANOTHER_FUNCTION,
        FOR_ANOTHER_CHANNEL,
        FOR_ANOTHER_CERTIFICATE,
        MISSING
    }
}
