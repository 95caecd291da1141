// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.AccessId;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.access.DenialCount;
import aegle.record.call.AccessCalls.AccessEventPage;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.DocumentCalls.RecordCachedOpen;
import aegle.record.call.MemberCalls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Opening documents. On a document that exists, whoever is a member gets a permit or a denial, and both are written down;
 * everything else is an error that leaves nothing ({@code docs/rules.md}, rule 3).
 */
final class AccessTransactions {
    private final MemberPolicy members;
    private final PermissionPolicy permissions;
    private final Duration clockTolerance;

    AccessTransactions(MemberPolicy members, PermissionPolicy permissions, Duration clockTolerance) {
        this.members = members;
        this.permissions = permissions;
        this.clockTolerance = clockTolerance;
    }

    void register(CallTable table) {
        table.add(OpenDocument.class, this::open)
                .add(RecordCachedOpen.class, this::recordCachedOpen)
                .add(ListAccessEvents.class, this::list);
    }

    private AccessEvent open(OpenDocument call, Invocation invocation) {
        PatientRecord record = invocation.record(call.record());
        DocumentEntry entry = DocumentTransactions.find(call.record(), call.document(), invocation);
        Member member = members.requireKnown(invocation);
        if (isRepeated(call.record(), member, call.access(), invocation)) {
            return find(call.record(), member, call.access(), invocation);
        }
        var permission = call.permission().flatMap(id -> invocation.permission(call.record(), id));
        var access = WantedAccess.toRecord(record, member, permission, invocation.time())
                .toRead(entry);
        var denial =
                members.refusalOfCaller(member, invocation.time(), invocation).or(() -> permissions.refusal(access));
        return settle(
                new AccessEvent(
                        call.access(),
                        call.record(),
                        member.id(),
                        AccessKind.OPEN,
                        call.document(),
                        call.permission(),
                        denial,
                        invocation.time(),
                        Optional.empty(),
                        invocation.transactionId()),
                invocation);
    }

    private AccessEvent recordCachedOpen(RecordCachedOpen call, Invocation invocation) {
        PatientRecord record = invocation.record(call.record());
        DocumentEntry entry = DocumentTransactions.find(call.record(), call.document(), invocation);
        Member member = members.requireKnown(invocation);
        RefusedException.unless(
                !call.openedAt().isAfter(invocation.time().plus(clockTolerance)),
                LedgerErrorCode.CLOCK_OFF,
                "opened at " + call.openedAt() + ", which lies ahead of " + invocation.time());
        if (isRepeated(call.record(), member, call.access(), invocation)) {
            return find(call.record(), member, call.access(), invocation);
        }
        var then = new EarlierState(call.openedAt(), invocation.ledger());
        Member memberThen = then.of(member);
        var permission = invocation.permission(call.record(), call.permission()).map(then::of);
        var access = WantedAccess.toRecord(then.of(record), memberThen, permission, call.openedAt())
                .toRead(entry);
        var denial =
                members.refusalOfCaller(memberThen, call.openedAt(), invocation).or(() -> permissions.refusal(access));
        return settle(
                new AccessEvent(
                        call.access(),
                        call.record(),
                        member.id(),
                        AccessKind.OPEN_CACHED,
                        call.document(),
                        Optional.of(call.permission()),
                        denial,
                        invocation.time(),
                        Optional.of(call.openedAt()),
                        invocation.transactionId()),
                invocation);
    }

    private static AccessEvent settle(AccessEvent event, Invocation invocation) {
        if (event.isPermitted() && event.kind() == AccessKind.OPEN) {
            LedgerKey permit = LedgerKey.permit(event.record(), event.document(), event.member());
            invocation.ledger().put(permit, new Permit(event.id(), event.time()));
        }
        String scope = OperationLog.ofMember(event.record(), event.member());
        invocation.operations().remember(scope, event.id().value());
        if (event.isPermitted() || AccessLog.countDenial(event, invocation)) {
            AccessLog.write(event, invocation);
        } else {
            AccessLog.keep(event, invocation);
        }
        return event;
    }

    private static boolean isRepeated(PatientPseudonym record, Member member, AccessId access, Invocation invocation) {
        return invocation.operations().isRepeated(OperationLog.ofMember(record, member.id()), access.value());
    }

    private static AccessEvent find(PatientPseudonym record, Member member, AccessId access, Invocation invocation) {
        return invocation
                .ledger()
                .find(AccessEvent.class, LedgerKey.accessEvent(record, member.id(), access))
                .orElseThrow(() -> new IllegalStateException("an access was carried out and left no event"));
    }

    private AccessEventPage list(ListAccessEvents call, Invocation invocation) {
        var page = invocation
                .ledger()
                .indexedPage(
                        LedgerKey.accessTimes(call.record()),
                        call.pageSize(),
                        call.bookmark(),
                        attributes -> event(call.record(), attributes, invocation));
        return new AccessEventPage(page.facts(), denials(call, invocation), page.bookmark());
    }

    private static Optional<AccessEvent> event(
            PatientPseudonym record, List<String> attributes, Invocation invocation) {
        MemberId member = MemberId.ofHex(attributes.get(1));
        AccessId access = AccessId.ofHex(attributes.get(2));
        return invocation.ledger().find(AccessEvent.class, LedgerKey.accessEvent(record, member, access));
    }

    private static List<DenialCount> denials(ListAccessEvents call, Invocation invocation) {
        return call.bookmark().isEmpty()
                ? invocation
                        .ledger()
                        .page(DenialCount.class, LedgerKey.denials(call.record()), MemberCalls.MAX_PAGE, "")
                        .facts()
                : List.of();
    }
}
