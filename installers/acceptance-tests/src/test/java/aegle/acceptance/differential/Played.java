// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

/**
 * What a network made of a step.
 *
 * @param told status and message of a refusal as the gateway told them, its own names and times left out; empty if there was none
 */
record Played(Outcome outcome, String told) {
    static Played of(Outcome outcome) {
        return new Played(outcome, "");
    }
}
