// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.Bytes;
import aegle.record.codec.LedgerErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * What comes of a step, with a stand-in for everything that differs between networks.
 *
 * @param verdict {@code ok}, the contract's code, or the gateway's status where the contract was not asked
 * @param answer one fact, or the pages of a list
 * @param announced the number that the contract's event hints at; empty if there is none
 */
record Outcome(String verdict, List<Record> answer, Optional<Bytes> announced) {
    private static final String OK = "ok";

    static Outcome ok(Record answer) {
        return new Outcome(OK, List.of(answer), Optional.empty());
    }

    static Outcome pages(List<? extends Record> pages) {
        return new Outcome(OK, List.copyOf(pages), Optional.empty());
    }

    static Outcome refused(LedgerErrorCode code) {
        return new Outcome(code.name(), List.of(), Optional.empty());
    }

    static Outcome other(String verdict) {
        return new Outcome(verdict, List.of(), Optional.empty());
    }

    Outcome announcing(Bytes number) {
        return new Outcome(verdict, answer, Optional.of(number));
    }

    Outcome withoutEvent() {
        return new Outcome(verdict, answer, Optional.empty());
    }

    boolean isOk() {
        return verdict.equals(OK);
    }
}
