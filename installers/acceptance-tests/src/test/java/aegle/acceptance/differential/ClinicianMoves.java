// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.CategoryKey;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.PermissionId;
import aegle.record.RequestId;
import aegle.record.access.AccessRequest;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.DocumentCalls.RecordCachedOpen;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.RecordCalls.CancelUpload;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.command.SignedStatement;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What clinicians do, and those who are none. */
final class ClinicianMoves {
    private final Cast cast;
    private final Chance chance;
    private final Things things;

    ClinicianMoves(Cast cast) {
        this.cast = cast;
        this.chance = cast.chance;
        this.things = new Things(cast);
    }

    Step next(Visit visit) {
        Person caller = cast.caller(visit.record(), Right.READ);
        return switch (chance.below(16)) {
            case 0, 1, 2, 3, 4 -> add(visit, cast.caller(visit.record(), Right.WRITE));
            case 5, 6, 7, 8 -> open(visit, caller);
            case 9, 10 -> openCached(visit, caller);
            case 11 -> request(visit, caller);
            case 12 ->
                Call.of(caller, new FindGrantedRecord(visit.record(), cast.permissionFor(caller, visit.record())));
            case 13 -> cancel(visit, caller);
            default -> list(visit, caller);
        };
    }

    Call add(Visit visit, Person caller) {
        Person uploader = caller.role() == Person.Role.CLINICIAN ? caller : cast.clinician();
        Optional<Permission> writing = cast.permissions(visit.record()).stream()
                .filter(permission -> permission.scope().rights().contains(Right.WRITE)
                        && permission.grantee().equals(cast.memberId(uploader)))
                .findFirst();
        DocumentCategory category = writing.filter(_ -> !chance.onceIn(8))
                .map(permission -> permission.scope().categories().stream()
                        .sorted()
                        .findFirst()
                        .orElseThrow())
                .orElseGet(things::category);
        var subject = new DocumentSubject(
                chance.onceIn(25) ? "elsewhere" : Moves.CHANNEL,
                visit.record(),
                chance.onceIn(20) ? cast.documentId(visit.record()) : new DocumentId(visit.number(chance)),
                category,
                new ContentCommitment(chance.bytes(ContentCommitment.LENGTH)),
                chance.onceIn(25) ? cast.someMember() : cast.memberId(uploader),
                Things.now().plus(chance.onceIn(25) ? Duration.ofMinutes(3) : Duration.ZERO));
        Person signer = chance.onceIn(20) ? chance.oneOf(cast.carriers) : uploader;
        int current = Optional.ofNullable(cast.world.chart(visit.record()).keys.get(category))
                .map(CategoryKey::epoch)
                .orElse(0);
        var objects = chance.onceIn(25) ? things.own() : things.clinical();
        return Call.of(
                caller,
                new AddDocument(
                        writing.map(Permission::id).orElseGet(() -> cast.permissionFor(caller, visit.record())),
                        subject,
                        chance.onceIn(15) ? current + 1 : current,
                        cast.statements.sign(signer, network -> new SignedStatement.Upload(network, subject)),
                        cast.document(visit.record())
                                .filter(_ -> chance.onceIn(20))
                                .map(DocumentEntry::objects)
                                .orElse(objects)));
    }

    private Call open(Visit visit, Person caller) {
        return Call.of(
                caller,
                new OpenDocument(
                        visit.record(),
                        cast.documentId(visit.record()),
                        new AccessId(chance.number()),
                        chance.onceIn(10)
                                ? Optional.<PermissionId>empty()
                                : Optional.of(cast.permissionFor(caller, visit.record()))));
    }

    private Call openCached(Visit visit, Person caller) {
        Instant now = Things.now();
        Instant openedAt = switch (chance.below(8)) {
            case 0 -> now.plus(Duration.ofMinutes(5));
            case 1 -> now.minus(Duration.ofHours(3));
            case 2, 3, 4 -> now.minus(Duration.ofMinutes(30));
            default -> now;
        };
        return Call.of(
                caller,
                new RecordCachedOpen(
                        visit.record(),
                        cast.documentId(visit.record()),
                        new AccessId(chance.number()),
                        cast.permissionFor(caller, visit.record()),
                        openedAt));
    }

    private Call request(Visit visit, Person caller) {
        int length = chance.onceIn(12) ? chance.oneOf(0, AccessRequest.MAX_SEALED_LENGTH + 1) : 1 + chance.below(300);
        return Call.of(
                caller,
                new RequestAccess(
                        visit.record(),
                        chance.onceIn(10) ? cast.requestId(visit.record()) : new RequestId(visit.number(chance)),
                        chance.bytes(length),
                        Things.now().plus(chance.onceIn(12) ? Duration.ofHours(-1) : Duration.ofDays(7))));
    }

    private Call cancel(Visit visit, Person caller) {
        Bytes number = cast.document(visit.record())
                .filter(_ -> chance.onceIn(2))
                .map(document -> document.id().value())
                .orElseGet(() -> chance.onceIn(8) ? chance.bytes(17) : chance.number());
        return Call.of(caller, new CancelUpload(visit.record(), number));
    }

    private Step list(Visit visit, Person caller) {
        int size = cast.pageSize();
        String start = cast.start();
        return switch (chance.below(4)) {
            case 0 ->
                Moves.walk(
                        caller,
                        mark -> new ListGrantedPermissions(size < 1 ? size : 200, mark.isEmpty() ? start : mark));
            case 1 -> Moves.walk(caller, mark -> new ListOwnRequests(size, mark.isEmpty() ? start : mark));
            default -> {
                var permission = cast.permissionFor(caller, visit.record());
                DocumentCategory category = things.category();
                yield Moves.walk(
                        caller,
                        mark -> new ListGrantedDocuments(
                                visit.record(), permission, category, size, mark.isEmpty() ? start : mark));
            }
        };
    }
}
