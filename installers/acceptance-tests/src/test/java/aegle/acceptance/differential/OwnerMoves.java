// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.record.Bytes;
import aegle.record.CategoryKey;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.PermissionId;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.DocumentCalls.AddPrivateDocument;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.DocumentCalls.ListPrivateDocuments;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.RecordCalls.GrantRenewal;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.command.SignedStatement;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.PrivateEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a record's owner does. */
final class OwnerMoves {
    private final Cast cast;
    private final Chance chance;
    private final Things things;

    OwnerMoves(Cast cast) {
        this.cast = cast;
        this.chance = cast.chance;
        this.things = new Things(cast);
    }

    Call open(Visit visit) {
        List<CategoryKey> keys = Arrays.stream(DocumentCategory.values())
                .map(category -> things.categoryKey(visit.record(), visit.owner(), category, 0))
                .toList();
        return visit.owned(new OpenRecord(visit.record(), visit.owner().publicKey(), keys));
    }

    /** A record that cannot be opened like that. */
    Call openWrongly(Visit visit) {
        var good = (OpenRecord) open(visit).call();
        var keys = new ArrayList<>(good.categoryKeys());
        switch (chance.below(3)) {
            case 0 -> keys.removeFirst();
            case 1 ->
                keys.set(
                        0,
                        things.categoryKey(
                                visit.record(), visit.owner(), keys.getFirst().category(), 1));
            default ->
                keys.set(
                        0,
                        things.categoryKey(
                                visit.record(), visit.carrier(), keys.getFirst().category(), 0));
        }
        return visit.owned(new OpenRecord(visit.record(), good.ownerKey(), keys));
    }

    Call next(Visit visit) {
        return switch (chance.below(16)) {
            case 0, 1, 2, 3 -> grant(visit, things.scope(visit.record()));
            case 4, 5 -> change(visit);
            case 6 -> revoke(visit);
            case 7, 8 -> countersign(visit);
            case 9 -> advance(visit);
            case 10, 11 -> addFile(visit);
            case 12 -> removeFile(visit);
            case 13 -> answer(visit);
            case 14 -> cancel(visit);
            default ->
                chance.onceIn(3)
                        ? visit.owned(new CloseRecord(visit.record(), cast.version(1)))
                        : visit.owned(new FindRecord(visit.record()));
        };
    }

    /** A permission as one is given every day. */
    Call allow(Visit visit, Person clinician) {
        var id = new PermissionId(chance.number());
        var scope =
                things.scope(visit.record(), Things.period(Things.now(), Duration.ofHours(-2), Duration.ofDays(30)));
        return visit.owned(new GrantPermission(
                visit.record(), id, cast.memberId(clinician), scope, things.object(ObjectKey.grant(id, 1))));
    }

    Call grant(Visit visit, PermissionScope scope) {
        var id = new PermissionId(visit.number(chance));
        var object =
                ObjectKey.grant(chance.onceIn(20) ? new PermissionId(chance.number()) : id, chance.onceIn(20) ? 2 : 1);
        return visit.owned(new GrantPermission(visit.record(), id, cast.someMember(), scope, things.object(object)));
    }

    private Call change(Visit visit) {
        Optional<Permission> permission = cast.permission(visit.record());
        var id = permission.map(Permission::id).orElseGet(() -> new PermissionId(chance.number()));
        int next = 1 + permission.map(found -> found.grant().key().version()).orElse(1);
        return visit.owned(new ChangePermission(
                visit.record(),
                id,
                things.scope(visit.record()),
                things.object(ObjectKey.grant(id, chance.onceIn(8) ? 1 : next + chance.below(2))),
                cast.version(permission.map(Permission::version).orElse(1L))));
    }

    private Call revoke(Visit visit) {
        Optional<Permission> permission = cast.permission(visit.record());
        return visit.owned(new RevokePermission(
                visit.record(),
                permission.map(Permission::id).orElseGet(() -> new PermissionId(chance.number())),
                cast.version(permission.map(Permission::version).orElse(1L))));
    }

    private Call countersign(Visit visit) {
        Optional<DocumentEntry> document = cast.document(visit.record());
        if (document.isEmpty()) {
            return visit.owned(new FindRecord(visit.record()));
        }
        var subject = document.get().subject();
        Person signer = chance.onceIn(8) ? visit.carrier() : visit.owner();
        return visit.owned(new CountersignDocument(
                visit.record(),
                chance.onceIn(15) ? new DocumentId(chance.number()) : subject.document(),
                cast.statements.sign(signer, network -> new SignedStatement.Countersignature(network, subject)),
                cast.version(document.get().version())));
    }

    private Call advance(Visit visit) {
        DocumentCategory category = things.category();
        int current = Optional.ofNullable(cast.world.chart(visit.record()).keys.get(category))
                .orElseThrow()
                .epoch();
        Person signer = chance.onceIn(10) ? visit.carrier() : visit.owner();
        var next = things.categoryKey(visit.record(), signer, category, chance.onceIn(6) ? current + 2 : current + 1);
        var renewals = new ArrayList<GrantRenewal>();
        for (Permission permission : cast.permissions(visit.record())) {
            if (!permission.isRevoked() || chance.onceIn(10)) {
                renewals.add(new GrantRenewal(
                        permission.id(),
                        things.object(ObjectKey.grant(
                                permission.id(), permission.grant().key().version() + 1))));
            }
        }
        if (!renewals.isEmpty() && chance.onceIn(12)) {
            renewals.add(renewals.getFirst());
        }
        return visit.owned(new AdvanceEpoch(visit.record(), next, renewals));
    }

    private Call addFile(Visit visit) {
        boolean taken = chance.onceIn(12);
        var objects = chance.onceIn(12) ? things.clinical() : things.own();
        Optional<PrivateEntry> other = cast.file(visit.record());
        return visit.owned(new AddPrivateDocument(
                visit.record(),
                taken && other.isPresent() ? other.get().id() : new DocumentId(visit.number(chance)),
                new ContentCommitment(chance.bytes(ContentCommitment.LENGTH)),
                other.filter(_ -> chance.onceIn(12)).map(PrivateEntry::objects).orElse(objects)));
    }

    private Call removeFile(Visit visit) {
        Optional<PrivateEntry> file = cast.file(visit.record());
        return visit.owned(new RemovePrivateDocument(
                visit.record(),
                file.map(PrivateEntry::id).orElseGet(() -> new DocumentId(chance.number())),
                cast.version(file.map(PrivateEntry::version).orElse(1L))));
    }

    private Call answer(Visit visit) {
        Optional<AccessRequest> request = cast.request(visit.record());
        return visit.owned(new AnswerRequest(
                visit.record(),
                cast.requestId(visit.record()),
                chance.oneOf(RequestStatus.values()),
                cast.version(request.map(AccessRequest::version).orElse(1L))));
    }

    /** A number that was used, or one that may come later. */
    private Call cancel(Visit visit) {
        Bytes number = chance.onceIn(8)
                ? chance.bytes(15)
                : cast.permission(visit.record())
                        .filter(_ -> chance.onceIn(3))
                        .map(permission -> permission.id().value())
                        .orElseGet(chance::number);
        return visit.owned(new CancelOperation(visit.record(), number));
    }

    Step list(Visit visit) {
        var record = visit.record();
        int size = cast.pageSize();
        String start = cast.start();
        return switch (chance.below(5)) {
            case 0 -> visit.walk(mark -> new ListPermissions(record, size, mark.isEmpty() ? start : mark));
            case 1 -> {
                DocumentCategory category = things.category();
                yield visit.walk(mark -> new ListDocuments(record, category, size, mark.isEmpty() ? start : mark));
            }
            case 2 -> visit.walk(mark -> new ListPrivateDocuments(record, size, mark.isEmpty() ? start : mark));
            case 3 -> visit.walk(mark -> new ListRequests(record, size, mark.isEmpty() ? start : mark));
            default -> visit.walk(mark -> new ListAccessEvents(record, size, mark.isEmpty() ? start : mark));
        };
    }

    List<Step> everything(Visit visit) {
        var record = visit.record();
        var steps = new ArrayList<Step>();
        steps.add(visit.owned(new FindRecord(record)));
        steps.add(visit.walk(mark -> new ListPermissions(record, 200, mark)));
        for (DocumentCategory category : DocumentCategory.values()) {
            steps.add(visit.walk(mark -> new ListDocuments(record, category, 200, mark)));
        }
        steps.add(visit.walk(mark -> new ListPrivateDocuments(record, 200, mark)));
        steps.add(visit.walk(mark -> new ListRequests(record, 200, mark)));
        steps.add(visit.walk(mark -> new ListAccessEvents(record, 5, mark)));
        return steps;
    }
}
