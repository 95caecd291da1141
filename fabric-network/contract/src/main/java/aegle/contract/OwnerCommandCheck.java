// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.SigningPublicKey;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.OwnerAuthorization;
import aegle.record.command.OwnerCommand;
import java.time.Duration;
import java.time.Instant;

/**
 * Checks that a call comes from the record's owner: builds the owner command anew from the call as it arrived, and verifies the
 * signature over it with the owner's key of the ledger ({@code record/docs/encoding.md}). Who carries the call plays no part.
 */
final class OwnerCommandCheck {
    private static final Duration EVALUATED_AHEAD = Duration.ofSeconds(60);
    private static final Duration SUBMITTED_AHEAD = Duration.ofMinutes(10);

    private final String contract;

    OwnerCommandCheck(String contract) {
        this.contract = contract;
    }

    /** @throws RefusedException if the command has expired, is good for too long, or is not the owner's for just this call */
    void require(OwnerCall<?> call, OwnerAuthorization authorization, Invocation invocation) {
        Instant notAfter = authorization.notAfter();
        RefusedException.unless(
                !notAfter.isBefore(invocation.time()),
                LedgerErrorCode.OWNER_COMMAND_EXPIRED,
                "the command was good until " + notAfter + ", it is " + invocation.time());
        Duration ahead = call.isEvaluated() ? EVALUATED_AHEAD : SUBMITTED_AHEAD;
        RefusedException.unless(
                !notAfter.isAfter(invocation.time().plus(ahead)),
                LedgerErrorCode.OWNER_COMMAND_INVALID,
                "the command is good until " + notAfter + ", more than " + ahead.toSeconds() + " s ahead");
        RefusedException.unless(
                authorization
                        .signature()
                        .verifies(
                                ownerKey(call, invocation),
                                command(call, notAfter, invocation).bytes()),
                LedgerErrorCode.OWNER_COMMAND_INVALID,
                "not the owner's signature under this call");
    }

    private static SigningPublicKey ownerKey(OwnerCall<?> call, Invocation invocation) {
        return call instanceof OpenRecord opening
                ? opening.ownerKey()
                : invocation.record(call.record()).ownerKey();
    }

    private OwnerCommand command(OwnerCall<?> call, Instant notAfter, Invocation invocation) {
        return new OwnerCommand(
                invocation.network(),
                invocation.channel(),
                contract,
                LedgerCall.functionOf(call.getClass()),
                call.record(),
                call.factId(),
                invocation.argumentsDigest(),
                call.factVersion(),
                Sha256.of(invocation.caller().certificate().toByteArray()),
                notAfter);
    }
}
