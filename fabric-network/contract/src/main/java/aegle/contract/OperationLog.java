// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.codec.LedgerErrorCode;

/**
 * Sees to it that nothing happens twice ({@code docs/rules.md}, rule 9): the number of a created fact is its operation number, and
 * a change names the version that it changes.
 */
final class OperationLog {
    static final int NUMBER_LENGTH = 16;

    private final LedgerState ledger;
    private final Bytes digest;

    OperationLog(LedgerState ledger, Bytes digest) {
        this.ledger = ledger;
        this.digest = digest;
    }

    static String ofOwner(PatientPseudonym record) {
        return record.hex();
    }

    static String ofMember(PatientPseudonym record, MemberId member) {
        return record.hex() + "." + member.hex();
    }

    static String ofMembership() {
        return "membership";
    }

    /**
     * Tells whether exactly this operation has been carried out already.
     *
     * @throws RefusedException if its number was used for something else, or buried
     */
    boolean isRepeated(String scope, Bytes operation) {
        var mark = ledger.find(OperationMark.class, LedgerKey.operation(scope, operation));
        if (mark.isEmpty()) {
            return false;
        }
        RefusedException.unless(
                !mark.get().cancelled(),
                LedgerErrorCode.OPERATION_CANCELLED,
                "the operation was cancelled before it came");
        RefusedException.unless(
                mark.get().digest().equals(digest),
                LedgerErrorCode.OPERATION_ID_REUSED,
                "the number was used with other arguments");
        return true;
    }

    void remember(String scope, Bytes operation) {
        ledger.put(LedgerKey.operation(scope, operation), new OperationMark(digest, false));
    }

    /** Buries a number that has not been used. Tells whether that changed anything. */
    boolean cancel(String scope, Bytes operation) {
        RefusedException.unless(
                operation.length() == NUMBER_LENGTH,
                LedgerErrorCode.ARGUMENT_MALFORMED,
                "an operation's number has " + NUMBER_LENGTH + " bytes");
        var mark = ledger.find(OperationMark.class, LedgerKey.operation(scope, operation));
        if (mark.isPresent()) {
            RefusedException.unless(
                    mark.get().cancelled(), LedgerErrorCode.OPERATION_ID_REUSED, "the operation has been carried out");
            return false;
        }
        ledger.put(LedgerKey.operation(scope, operation), new OperationMark(Bytes.empty(), true));
        return true;
    }

    /**
     * Tells whether the fact's last change was exactly this one.
     *
     * @throws RefusedException if the fact has another version than the call wants to change
     */
    boolean isRepeatedChange(LedgerKey fact, long current, long expected) {
        if (current == expected) {
            return false;
        }
        boolean isLastChange = current == expected + 1
                && ledger.find(OperationMark.class, LedgerKey.change(fact))
                        .filter(mark -> mark.digest().equals(digest))
                        .isPresent();
        RefusedException.unless(
                isLastChange, LedgerErrorCode.VERSION_CHANGED, "version " + expected + " is now version " + current);
        return true;
    }

    void rememberChange(LedgerKey fact) {
        ledger.put(LedgerKey.change(fact), new OperationMark(digest, false));
    }
}
