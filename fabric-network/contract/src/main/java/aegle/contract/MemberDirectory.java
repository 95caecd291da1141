// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.MemberId;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.call.MemberCalls.ListHospitalMembers;
import aegle.record.call.MemberCalls.ListMembers;
import aegle.record.call.MemberCalls.MemberLookup;
import aegle.record.call.MemberCalls.MemberPage;
import aegle.record.member.Member;
import aegle.record.member.Officer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the ledger tells about its members. Professional data are public in the network; officers also see who of their hospital
 * waits for a second officer.
 */
final class MemberDirectory {
    private final MemberPolicy members;

    MemberDirectory(MemberPolicy members) {
        this.members = members;
    }

    void register(CallTable table) {
        table.add(FindMember.class, (call, invocation) -> MemberTransactions.find(call.member(), invocation))
                .add(FindMemberByKey.class, this::findByKey)
                .add(ListMembers.class, this::list)
                .add(ListHospitalMembers.class, this::listOfHospital);
    }

    private MemberLookup findByKey(FindMemberByKey call, Invocation invocation) {
        return new MemberLookup(invocation
                .ledger()
                .find(MemberId.class, LedgerKey.memberByKey(call.key()))
                .map(id -> MemberTransactions.find(id, invocation)));
    }

    private MemberPage list(ListMembers call, Invocation invocation) {
        var page = invocation
                .ledger()
                .indexedPage(
                        LedgerKey.directory(),
                        call.pageSize(),
                        call.bookmark(),
                        attributes -> member(attributes, invocation)
                                .filter(member -> members.refusal(member, invocation.time())
                                        .isEmpty())
                                .filter(member -> matches(member, call)));
        return new MemberPage(page.facts(), page.bookmark());
    }

    private static boolean matches(Member member, ListMembers call) {
        String text = call.text().toLowerCase(Locale.ROOT);
        boolean named = member.professional().name().toLowerCase(Locale.ROOT).contains(text)
                || member.professional().npi().equals(text);
        return named && call.hospital().map(member.hospital()::equals).orElse(true);
    }

    private MemberPage listOfHospital(ListHospitalMembers call, Invocation invocation) {
        Officer officer = members.requireOfficer(invocation);
        var page = invocation
                .ledger()
                .indexedPage(
                        LedgerKey.hospitalMembers(officer.hospital()),
                        call.pageSize(),
                        call.bookmark(),
                        attributes -> member(attributes, invocation)
                                .map(member -> MemberTransactions.awaiting(member, invocation)));
        return new MemberPage(page.facts(), page.bookmark());
    }

    private static Optional<Member> member(List<String> attributes, Invocation invocation) {
        return invocation.ledger().find(Member.class, LedgerKey.member(MemberId.ofHex(attributes.getLast())));
    }
}
