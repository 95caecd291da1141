// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.acceptance.differential.Step.Walk;
import aegle.record.Bytes;
import aegle.record.PatientPseudonym;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.call.RecordCalls.CancelUpload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One sequence's patient and what has been submitted about her so far.
 *
 * @param carrier whose certificate carries the owner's calls; it says nothing about who she is
 * @param buried numbers of operations that were called off
 */
record Visit(PatientPseudonym record, Person owner, Person carrier, List<Call> submitted, List<Bytes> buried) {
    static Visit of(Chance chance, Person carrier, String name) {
        var owner = Person.of(name, Person.Role.PATIENT, chance);
        return new Visit(
                new PatientPseudonym(chance.bytes(PatientPseudonym.LENGTH)),
                owner,
                carrier,
                new ArrayList<>(),
                new ArrayList<>());
    }

    void submitted(Call call) {
        submitted.add(call);
        switch (call.call()) {
            case CancelOperation(var _, Bytes operation) -> buried.add(operation);
            case CancelUpload(var _, Bytes operation) -> buried.add(operation);
            default -> {}
        }
    }

    /** A new number; sometimes one that was buried before it came. */
    Bytes number(Chance chance) {
        var usable = buried.stream().filter(number -> number.length() == 16).toList();
        return usable.isEmpty() || !chance.onceIn(3) ? chance.number() : chance.oneOf(usable);
    }

    Call owned(OwnerCall<?> call) {
        return Call.of(carrier, owner, call);
    }

    Walk walk(Function<String, LedgerCall<?>> page) {
        return new Walk(carrier, Optional.of(owner), page, _ -> true);
    }
}
