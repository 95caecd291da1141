// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.activity;

import aegle.record.MemberId;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.ListMembers;
import aegle.record.call.MemberCalls.MemberPage;
import aegle.record.member.Member;
import aegle.sharing.Pages;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The verified clinicians of the network, as the hospitals' officers have entered them. */
public final class ClinicianDirectory {
    private final RecordLedger ledger;
    private final ConcurrentMap<MemberId, Member> known = new ConcurrentHashMap<>();

    public ClinicianDirectory(RecordLedger ledger) {
        this.ledger = ledger;
    }

    /** Clinicians whose name contains {@code text}, or whose NPI it is; everybody for an empty text. */
    public List<Member> find(String text) throws SharingException {
        List<Member> found = Pages.all(
                bookmark -> ledger.evaluate(new ListMembers(text.strip(), Optional.empty(), Pages.SIZE, bookmark)),
                MemberPage::members,
                MemberPage::bookmark);
        found.forEach(member -> known.put(member.id(), member));
        return found;
    }

    /** One member, for showing her name; remembered while the program runs. */
    public Member member(MemberId id) throws SharingException {
        Member member = known.get(id);
        if (member == null) {
            member = ledger.evaluate(new FindMember(id));
            known.put(id, member);
        }
        return member;
    }
}
