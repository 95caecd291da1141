// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.call.MemberCalls.MemberLookup;
import aegle.record.call.OwnerCall;
import aegle.record.call.Query;
import aegle.record.call.Transaction;
import aegle.record.member.Member;
import aegle.sharing.CommandSigner;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger that says about members what it was told, and can be unreachable. */
final class LedgerOfMembers implements RecordLedger {
    static final NetworkId NETWORK = NetworkId.of(new byte[NetworkId.LENGTH]);

    private final Map<KeyDigest, Member> members = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;

    void has(Member member) {
        members.put(member.key().digest(), member);
    }

    Optional<Member> member(MemberId number) {
        return members.values().stream()
                .filter(member -> member.id().equals(number))
                .findFirst();
    }

    List<Member> membersOf(MspId hospital) {
        return members.values().stream()
                .filter(member -> member.hospital().equals(hospital))
                .toList();
    }

    void setReachable(boolean reachable) {
        this.reachable = reachable;
    }

    @Override
    public NetworkId network() {
        return NETWORK;
    }

    @Override
    public String channel() {
        return "records";
    }

    @Override
    public String answeringHospital() {
        return "";
    }

    @Override
    public <A extends Record> A evaluate(Query<A> call) throws SharingException {
        if (!reachable) {
            throw new LedgerUnavailableException("no peer answers", new IOException("unreachable"));
        }
        if (call instanceof FindMemberByKey find) {
            return call.answerType().cast(new MemberLookup(Optional.ofNullable(members.get(find.key()))));
        }
        throw new UnsupportedOperationException(call.function());
    }

    @Override
    public <A extends Record> A submit(Transaction<A> call) {
        throw new UnsupportedOperationException(call.function());
    }

    @Override
    public <A extends Record> A perform(OwnerCall<A> call, CommandSigner owner) {
        throw new UnsupportedOperationException(call.function());
    }

    @Override
    public AutoCloseable onChange(PatientPseudonym record, Runnable hint) {
        throw new UnsupportedOperationException("nothing changes here");
    }

    @Override
    public void close() {}
}
