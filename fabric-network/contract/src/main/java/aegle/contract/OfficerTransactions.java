// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.KeyDigest;
import aegle.record.MspId;
import aegle.record.call.MemberCalls.Founding;
import aegle.record.call.MemberCalls.Initialize;
import aegle.record.call.MemberCalls.OfficerVote;
import aegle.record.call.MemberCalls.VoteOfficer;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Officer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The founding of the network, and how its officers change: by officers of a majority of the hospitals that have officers. */
final class OfficerTransactions {
    private final MemberPolicy members;
    private final Optional<Founding> configured;

    OfficerTransactions(MemberPolicy members, Optional<Founding> configured) {
        this.members = members;
        this.configured = configured;
    }

    void register(CallTable table) {
        table.add(Initialize.class, this::initialize).add(VoteOfficer.class, this::vote);
    }

    private Founding initialize(Initialize call, Invocation invocation) {
        var founding = new Founding(call.network(), call.officers());
        var earlier = invocation.ledger().find(Founding.class, LedgerKey.founding());
        if (earlier.isPresent()) {
            RefusedException.unless(
                    earlier.get().equals(founding),
                    LedgerErrorCode.ALREADY_INITIALIZED,
                    "the network has been founded otherwise");
            return founding;
        }
        requireDistinct(call.officers());
        requireConfigured(founding, invocation);
        invocation.ledger().put(LedgerKey.founding(), founding);
        call.officers().forEach(officer -> invocation.ledger().put(LedgerKey.officer(officer.key()), officer));
        invocation.announce(call.network().value());
        return founding;
    }

    private static void requireDistinct(List<Officer> officers) {
        long keys = officers.stream().map(Officer::key).distinct().count();
        RefusedException.unless(
                keys > 0 && keys == officers.size(),
                LedgerErrorCode.ARGUMENT_MALFORMED,
                "a network is founded with at least one officer, and names none twice");
    }

    /** Without a configured founding the founder must be one of the officers that she names. */
    private void requireConfigured(Founding founding, Invocation invocation) {
        boolean agreed = configured
                .map(expected -> expected.network().equals(founding.network())
                        && Set.copyOf(expected.officers()).equals(Set.copyOf(founding.officers())))
                .orElseGet(() -> founding.officers().stream()
                        .map(Officer::key)
                        .anyMatch(invocation.caller().key()::equals));
        RefusedException.unless(
                agreed,
                LedgerErrorCode.INITIALIZATION_MISMATCH,
                "this hospital expects another network or other officers");
    }

    private OfficerVote vote(VoteOfficer call, Invocation invocation) {
        Officer voter = members.requireOfficer(invocation);
        List<Officer> officers = invocation.ledger().all(Officer.class, LedgerKey.officers());
        if (officers.contains(call.officer()) != call.remove()) {
            return new OfficerVote(call.officer(), call.remove(), List.of(), true);
        }
        requireFreeKey(call, invocation);
        LedgerKey key = LedgerKey.ballot(call.officer(), call.remove());
        List<Officer> voters = voters(key, voter, officers, invocation);
        List<MspId> hospitals = hospitals(voters);
        boolean effective = hospitals.size() > hospitals(officers).size() / 2;
        if (effective) {
            invocation.ledger().delete(key);
            apply(call, invocation);
        } else {
            invocation.ledger().put(key, new OfficerBallot(voters));
        }
        invocation.announce(call.officer().key().value());
        return new OfficerVote(call.officer(), call.remove(), hospitals, effective);
    }

    /** All who voted so far, the caller included, as far as they are still officers. */
    private static List<Officer> voters(LedgerKey key, Officer voter, List<Officer> officers, Invocation invocation) {
        var voters = new ArrayList<>(invocation
                .ledger()
                .find(OfficerBallot.class, key)
                .map(OfficerBallot::voters)
                .orElse(List.of()));
        voters.retainAll(officers);
        if (!voters.contains(voter)) {
            voters.add(voter);
        }
        return List.copyOf(voters);
    }

    private static List<MspId> hospitals(List<Officer> officers) {
        return officers.stream().map(Officer::hospital).distinct().collect(Collectors.toList());
    }

    private static void requireFreeKey(VoteOfficer call, Invocation invocation) {
        KeyDigest key = call.officer().key();
        RefusedException.unless(
                call.remove()
                        || (!invocation.ledger().has(LedgerKey.memberByKey(key))
                                && !invocation.ledger().has(LedgerKey.officer(key))),
                LedgerErrorCode.MEMBER_KEY_TAKEN,
                "somebody has that key already");
    }

    private static void apply(VoteOfficer call, Invocation invocation) {
        LedgerKey key = LedgerKey.officer(call.officer().key());
        if (call.remove()) {
            invocation.ledger().delete(key);
        } else {
            invocation.ledger().put(key, call.officer());
        }
    }
}
