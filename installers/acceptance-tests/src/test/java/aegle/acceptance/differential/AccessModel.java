// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Model.Turn;
import aegle.acceptance.differential.World.Chart;
import aegle.record.AccessId;
import aegle.record.PatientRecord;
import aegle.record.RecordStatus;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.access.DenialCount;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.DocumentCalls.RecordCachedOpen;
import aegle.record.call.LedgerCall;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at documents: permits and denials, and what the patient sees of them. */
final class AccessModel {
    private final World world;
    private final MemberModel members;

    AccessModel(World world, MemberModel members) {
        this.world = world;
        this.members = members;
    }

    Optional<Record> answer(LedgerCall<?> call, Turn turn) {
        return Optional.ofNullable(
                switch (call) {
                    case OpenDocument opening -> open(opening, turn);
                    case RecordCachedOpen opening -> openCached(opening, turn);
                    default -> null;
                });
    }

    private AccessEvent open(OpenDocument call, Turn turn) {
        Chart chart = world.chart(call.record());
        DocumentEntry document = chart.document(call.document());
        Member member = world.caller(turn.step());
        if (isRepeated(chart, member, call.access(), turn)) {
            return earlier(chart, member, call.access());
        }
        var permission = call.permission().flatMap(id -> world.permission(call.record(), id));
        var denial = refusalOfCaller(member, turn.now(), turn)
                .or(() ->
                        Rights.of(chart.record, member, permission, turn.now()).refusalToRead(document));
        return settled(
                chart,
                new AccessEvent(
                        call.access(),
                        call.record(),
                        member.id(),
                        AccessKind.OPEN,
                        call.document(),
                        call.permission(),
                        denial,
                        Dialect.SOME_TIME,
                        Optional.empty(),
                        turn.name()),
                turn);
    }

    private AccessEvent openCached(RecordCachedOpen call, Turn turn) {
        Chart chart = world.chart(call.record());
        DocumentEntry document = chart.document(call.document());
        Member member = world.caller(turn.step());
        Instant then = call.openedAt();
        Refused.unless(!then.isAfter(turn.now().plus(DocumentModel.TOLERANCE)), LedgerErrorCode.CLOCK_OFF);
        if (isRepeated(chart, member, call.access(), turn)) {
            return earlier(chart, member, call.access());
        }
        var permission = world.permission(call.record(), call.permission()).map(found -> asOf(then, found));
        var denial = refusalOfCaller(asOf(then, member), then, turn)
                .or(() -> Rights.of(asOf(then, chart), member, permission, then).refusalToRead(document));
        return settled(
                chart,
                new AccessEvent(
                        call.access(),
                        call.record(),
                        member.id(),
                        AccessKind.OPEN_CACHED,
                        call.document(),
                        Optional.of(call.permission()),
                        denial,
                        Dialect.SOME_TIME,
                        Optional.of(then),
                        turn.name()),
                turn);
    }

    private Permission asOf(Instant then, Permission permission) {
        Instant end = world.revocations.getOrDefault(permission.id(), Instant.MIN);
        return permission.isRevoked() && end.isAfter(then)
                ? new Permission(
                        permission.id(),
                        permission.record(),
                        permission.grantee(),
                        permission.scope(),
                        permission.grant(),
                        permission.grantedAt(),
                        Optional.empty(),
                        permission.version())
                : permission;
    }

    private Member asOf(Instant then, Member member) {
        boolean wasActive = member.status() == MemberStatus.REVOKED
                && member.certificate().isPresent()
                && world.endedMembers.getOrDefault(member.id(), Instant.MIN).isAfter(then);
        return wasActive
                ? new Member(
                        member.id(),
                        member.hospital(),
                        member.key(),
                        member.encryptionKey(),
                        member.keyStatement(),
                        member.professional(),
                        member.attestation(),
                        MemberStatus.ACTIVE,
                        member.certificate(),
                        member.version())
                : member;
    }

    private static PatientRecord asOf(Instant then, Chart chart) {
        PatientRecord record = chart.record;
        return record.status() == RecordStatus.CLOSED && chart.ended.isAfter(then)
                ? new PatientRecord(
                        record.id(), record.ownerKey(), RecordStatus.OPEN, record.openedAt(), record.version())
                : record;
    }

    private Optional<LedgerErrorCode> refusalOfCaller(Member member, Instant when, Turn turn) {
        return turn.step().caller().role() == Person.Role.CLINICIAN
                ? members.refusal(member, when)
                : Optional.of(LedgerErrorCode.ROLE_MISSING);
    }

    private boolean isRepeated(Chart chart, Member member, AccessId access, Turn turn) {
        return world.isRepeated(List.of(chart.record.id(), member.id()), access.value(), turn.content());
    }

    private static AccessEvent earlier(Chart chart, Member member, AccessId access) {
        return Optional.ofNullable(chart.accesses.get(List.of(member.id(), access)))
                .orElseThrow();
    }

    private AccessEvent settled(Chart chart, AccessEvent event, Turn turn) {
        turn.then(() -> {
            world.remember(List.of(event.record(), event.member()), event.id().value(), turn.content());
            chart.accesses.put(List.of(event.member(), event.id()), event);
            boolean listed = event.isPermitted()
                    || Optional.ofNullable(chart.denials.merge(event.member(), 1, Integer::sum))
                                    .orElseThrow()
                            <= DenialCount.WRITTEN_OUT;
            if (listed) {
                chart.listed.addFirst(event);
            }
            if (event.isPermitted() && event.kind() == AccessKind.OPEN) {
                chart.permits.add(List.of(event.document(), event.member()));
            }
        });
        turn.announce(event.record().value());
        return event;
    }
}
