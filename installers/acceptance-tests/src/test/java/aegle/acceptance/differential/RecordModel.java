// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Model.Turn;
import aegle.acceptance.differential.World.Chart;
import aegle.record.CategoryKey;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.RecordStatus;
import aegle.record.SigningPublicKey;
import aegle.record.call.LedgerCall;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.call.RecordCalls.CancelUpload;
import aegle.record.call.RecordCalls.Cancellation;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.RecordCalls.GrantRenewal;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Records as a whole, the keys of their categories, and what their owners permit. */
final class RecordModel {
    private final World world;
    private final MemberModel members;

    RecordModel(World world, MemberModel members) {
        this.world = world;
        this.members = members;
    }

    Optional<Record> answer(LedgerCall<?> call, Turn turn) {
        return Optional.ofNullable(
                switch (call) {
                    case OpenRecord opening -> open(opening, turn);
                    case FindRecord find -> view(world.chart(find.record()), List.of(DocumentCategory.values()));
                    case FindGrantedRecord find -> findGranted(find, turn);
                    case CloseRecord closing -> close(closing, turn);
                    case CancelOperation cancelling -> cancel(cancelling, turn);
                    case CancelUpload cancelling -> cancel(cancelling, turn);
                    case AdvanceEpoch advance -> advance(advance, turn);
                    case GrantPermission grant -> grant(grant, turn);
                    case ChangePermission change -> change(change, turn);
                    case RevokePermission revocation -> revoke(revocation, turn);
                    default -> null;
                });
    }

    private PatientRecord open(OpenRecord call, Turn turn) {
        Chart earlier = world.charts.get(call.record());
        if (earlier != null) {
            Refused.unless(earlier.record.ownerKey().equals(call.ownerKey()), LedgerErrorCode.RECORD_EXISTS);
            Refused.unless(
                    world.isRepeated(call.record(), call.factId(), turn.content()),
                    LedgerErrorCode.OPERATION_ID_REUSED);
            return earlier.record;
        }
        Refused.unless(
                call.categoryKeys().stream()
                        .map(CategoryKey::category)
                        .sorted()
                        .toList()
                        .equals(Arrays.asList(DocumentCategory.values())),
                LedgerErrorCode.ARGUMENT_MALFORMED);
        for (CategoryKey key : call.categoryKeys()) {
            Refused.unless(key.record().equals(call.record()) && key.epoch() == 0, LedgerErrorCode.ARGUMENT_MALFORMED);
            requireVouched(key, call.ownerKey());
        }
        var chart =
                new Chart(new PatientRecord(call.record(), call.ownerKey(), RecordStatus.OPEN, Dialect.SOME_TIME, 1));
        call.categoryKeys().forEach(key -> chart.keys.put(key.category(), key));
        turn.then(() -> {
            world.charts.put(call.record(), chart);
            world.remember(call.record(), call.factId(), turn.content());
        });
        turn.announce(call.record().value());
        return chart.record;
    }

    private static void requireVouched(CategoryKey key, SigningPublicKey owner) {
        Refused.unless(key.isVouchedFor(Person.NOWHERE, owner), LedgerErrorCode.STATEMENT_INVALID);
    }

    private static RecordView view(Chart chart, Collection<DocumentCategory> categories) {
        return new RecordView(
                chart.record,
                chart.keys.values().stream()
                        .filter(key -> categories.contains(key.category()))
                        .toList());
    }

    private RecordView findGranted(FindGrantedRecord call, Turn turn) {
        var member = members.clinician(turn);
        Chart chart = world.chart(call.record());
        var permission = world.permission(call.record(), call.permission());
        Rights.of(chart.record, member, permission, turn.now()).require();
        return view(chart, permission.orElseThrow().scope().categories());
    }

    private PatientRecord close(CloseRecord call, Turn turn) {
        Chart chart = world.chart(call.record());
        if (world.isRepeatedChange(call.record(), chart.record.version(), call.version(), turn.content())) {
            return chart.record;
        }
        world.openChart(call.record());
        var closed = new PatientRecord(
                call.record(),
                chart.record.ownerKey(),
                RecordStatus.CLOSED,
                Dialect.SOME_TIME,
                chart.record.version() + 1);
        turn.then(() -> {
            chart.record = closed;
            chart.ended = turn.now();
            world.rememberChange(call.record(), turn.content());
        });
        turn.announce(call.record().value());
        return closed;
    }

    private Cancellation cancel(CancelOperation call, Turn turn) {
        world.openChart(call.record());
        world.requireBuriable(call.record(), call.operation());
        turn.then(() -> world.bury(call.record(), call.operation()));
        return new Cancellation(call.record(), call.operation());
    }

    private Cancellation cancel(CancelUpload call, Turn turn) {
        var scope = List.of(call.record(), members.clinician(turn).id());
        world.openChart(call.record());
        world.requireBuriable(scope, call.operation());
        turn.then(() -> world.bury(scope, call.operation()));
        return new Cancellation(call.record(), call.operation());
    }

    private CategoryKey advance(AdvanceEpoch call, Turn turn) {
        Chart chart = world.openChart(call.record());
        CategoryKey next = call.next();
        Refused.unless(next.record().equals(call.record()), LedgerErrorCode.ARGUMENT_MALFORMED);
        requireVouched(next, chart.record.ownerKey());
        CategoryKey current =
                Optional.ofNullable(chart.keys.get(next.category())).orElseThrow();
        boolean stands = next.epoch() == current.epoch() && next.recipient().equals(current.recipient());
        Refused.unless(stands || next.epoch() == current.epoch() + 1, LedgerErrorCode.EPOCH_STALE);
        Refused.unless(
                call.renewals().stream()
                                .map(GrantRenewal::permission)
                                .distinct()
                                .count()
                        == call.renewals().size(),
                LedgerErrorCode.PERMISSION_INVALID);
        call.renewals().forEach(renewal -> renew(call.record(), renewal, turn));
        if (stands) {
            return current;
        }
        turn.then(() -> chart.keys.put(next.category(), next));
        turn.announce(call.record().value());
        return next;
    }

    private void renew(PatientPseudonym record, GrantRenewal renewal, Turn turn) {
        Permission permission = world.requirePermission(record, renewal.permission());
        if (permission.grant().equals(renewal.grant())) {
            return;
        }
        requireNextGrant(permission, renewal.grant());
        kept(permission.changed(permission.scope(), renewal.grant()), turn, renewal.grant());
    }

    private Permission grant(GrantPermission call, Turn turn) {
        Chart chart = world.openChart(call.record());
        if (world.isRepeated(call.record(), call.factId(), turn.content())) {
            return world.requirePermission(call.record(), call.permission());
        }
        Refused.unless(!world.permissions.containsKey(call.permission()), LedgerErrorCode.OPERATION_ID_REUSED);
        members.refusal(world.member(call.grantee()), turn.now()).ifPresent(code -> {
            throw new Refused(code);
        });
        requireMeaningful(chart, call.scope(), turn);
        Refused.unless(
                call.grant().key().equals(ObjectKey.grant(call.permission(), 1)), LedgerErrorCode.PERMISSION_INVALID);
        var permission = new Permission(
                call.permission(),
                call.record(),
                call.grantee(),
                call.scope(),
                call.grant(),
                Dialect.SOME_TIME,
                Optional.empty(),
                1);
        turn.then(() -> world.remember(call.record(), call.factId(), turn.content()));
        return kept(permission, turn, call.grant());
    }

    private static void requireMeaningful(Chart chart, PermissionScope scope, Turn turn) {
        Refused.unless(turn.now().isBefore(scope.validity().to()), LedgerErrorCode.PERMISSION_INVALID);
        Refused.unless(
                scope.documents().stream().distinct().count()
                        == scope.documents().size(),
                LedgerErrorCode.PERMISSION_INVALID);
        scope.documents().forEach(chart::document);
    }

    private static void requireNextGrant(Permission permission, StoredObject grant) {
        Refused.unless(!permission.isRevoked(), LedgerErrorCode.PERMISSION_REVOKED);
        Refused.unless(
                grant.key().version() > permission.grant().key().version()
                        && grant.key()
                                .equals(ObjectKey.grant(
                                        permission.id(), grant.key().version())),
                LedgerErrorCode.PERMISSION_INVALID);
    }

    private Permission change(ChangePermission call, Turn turn) {
        Chart chart = world.openChart(call.record());
        Permission permission = world.requirePermission(call.record(), call.permission());
        if (world.isRepeatedChange(permission.id(), permission.version(), call.version(), turn.content())) {
            return permission;
        }
        requireNextGrant(permission, call.grant());
        requireMeaningful(chart, call.scope(), turn);
        turn.then(() -> world.rememberChange(permission.id(), turn.content()));
        return kept(permission.changed(call.scope(), call.grant()), turn, call.grant());
    }

    private Permission revoke(RevokePermission call, Turn turn) {
        world.openChart(call.record());
        Permission permission = world.requirePermission(call.record(), call.permission());
        if (world.isRepeatedChange(permission.id(), permission.version(), call.version(), turn.content())) {
            return permission;
        }
        Refused.unless(!permission.isRevoked(), LedgerErrorCode.PERMISSION_REVOKED);
        turn.then(() -> {
            world.rememberChange(permission.id(), turn.content());
            world.revocations.put(permission.id(), turn.now());
        });
        return kept(permission.revoked(Dialect.SOME_TIME), turn);
    }

    private Permission kept(Permission permission, Turn turn, StoredObject... grants) {
        for (StoredObject grant : grants) {
            world.requireFree(grant.key());
        }
        turn.then(() -> {
            world.name(permission.record(), List.of(grants));
            world.permissions.put(permission.id(), permission);
        });
        turn.announce(permission.record().value());
        return permission;
    }
}
