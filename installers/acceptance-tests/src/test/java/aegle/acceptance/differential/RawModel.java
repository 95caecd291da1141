// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Raw;
import aegle.record.Bytes;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.codec.LedgerFormatException;
import java.util.List;
import java.util.Optional;

/** What comes of malformed calls, as far as it can be said beforehand; the codec, which has vectors of its own, tells what is malformed. */
final class RawModel {
    private static final List<Class<? extends Record>> CALLS =
            List.of(FindMember.class, ListGrantedPermissions.class, ListAccessEvents.class);

    private RawModel() {}

    static Optional<Outcome> outcome(Raw raw) {
        if (raw.arguments().isEmpty() || raw.arguments().size() > 2) {
            return Optional.of(Outcome.refused(LedgerErrorCode.ARGUMENT_MALFORMED));
        }
        Optional<Class<? extends Record>> call = CALLS.stream()
                .filter(type -> LedgerCall.functionOf(type).equals(raw.function()))
                .findFirst();
        if (call.isEmpty()) {
            return Optional.of(Outcome.refused(LedgerErrorCode.FUNCTION_UNKNOWN));
        }
        return malformed(call.get(), raw.arguments().getFirst())
                .or(() -> superfluous(call.get(), raw.arguments()))
                .map(Outcome::refused);
    }

    private static Optional<LedgerErrorCode> malformed(Class<? extends Record> call, Bytes argument) {
        try {
            LedgerCodec.decode(call, argument.toByteArray());
            return Optional.empty();
        } catch (LedgerFormatException e) {
            return Optional.of(e.code());
        }
    }

    private static Optional<LedgerErrorCode> superfluous(Class<? extends Record> call, List<Bytes> arguments) {
        if (call == ListAccessEvents.class) {
            return arguments.size() == 1 ? Optional.of(LedgerErrorCode.OWNER_COMMAND_MISSING) : Optional.empty();
        }
        return arguments.size() == 2 ? Optional.of(LedgerErrorCode.ARGUMENT_MALFORMED) : Optional.empty();
    }
}
