// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Raw;
import aegle.record.Bytes;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.codec.LedgerCodec;
import java.util.Arrays;
import java.util.List;

/** Bytes that no program of ours sends. They are evaluated, as none of them may do anything. */
final class BadMoves {
    private final Cast cast;
    private final Chance chance;

    BadMoves(Cast cast) {
        this.cast = cast;
        this.chance = cast.chance;
    }

    Raw next(Visit visit) {
        Person caller = cast.caller();
        Record call = chance.oneOf(
                new FindMember(cast.someMember()),
                new ListGrantedPermissions(10, ""),
                new ListAccessEvents(visit.record(), 10, ""));
        String function = ((aegle.record.call.LedgerCall<?>) call).function();
        byte[] good = LedgerCodec.encode(call);
        return switch (chance.below(9)) {
            case 0 -> new Raw(caller, function, List.of());
            case 1 -> new Raw(caller, function, List.of(Bytes.of(good), Bytes.of(good), Bytes.of(good)));
            case 2 -> new Raw(caller, function, List.of(Bytes.of(good), chance.bytes(40)));
            case 3 ->
                new Raw(
                        caller,
                        chance.oneOf("", "init", "Invoke", "findmember", "ümlaut", "\0"),
                        List.of(Bytes.of(good)));
            case 4 -> new Raw(caller, function, List.of(Bytes.of(new byte[LedgerCodec.MAX_LENGTH + 1])));
            case 5 -> new Raw(caller, function, List.of(Bytes.of(Arrays.copyOf(good, chance.below(good.length)))));
            case 6 -> new Raw(caller, function, List.of(Bytes.of(Arrays.copyOf(good, good.length + 1))));
            default -> new Raw(caller, function, List.of(flipped(good)));
        };
    }

    private Bytes flipped(byte... good) {
        byte[] bad = good.clone();
        bad[chance.below(bad.length)] ^= (byte) (1 << chance.below(8));
        return Bytes.of(bad);
    }
}
