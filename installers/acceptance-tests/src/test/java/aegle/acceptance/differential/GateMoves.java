// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.record.PermissionId;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadStatusUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Right;
import java.util.ArrayList;
import java.util.List;

/** Who asks the gate for what. */
final class GateMoves {
    private final Cast cast;
    private final Chance chance;
    private final Things things;

    GateMoves(Cast cast) {
        this.cast = cast;
        this.chance = cast.chance;
        this.things = new Things(cast);
    }

    Call next(Visit visit) {
        var record = visit.record();
        Person caller = cast.caller(record, chance.oneOf(Right.READ, Right.WRITE));
        PermissionId permission = cast.permissionFor(caller, record);
        StoredObject object = object(visit);
        return switch (chance.below(9)) {
            case 0 -> Call.of(caller, new UploadUrls(record, permission, things.category(), object));
            case 1 -> Call.of(caller, new UploadStatusUrls(record, permission, things.category(), object.key()));
            case 2 -> Call.of(caller, new GrantUrls(record, permission));
            case 3 -> visit.owned(new OwnerUploadUrls(record, object));
            case 4 -> visit.owned(new OwnerUploadStatusUrls(record, object.key()));
            case 5 -> visit.owned(new OwnerDownloadUrls(record, object.key()));
            default -> document(visit, caller, permission, object);
        };
    }

    private Call document(Visit visit, Person caller, PermissionId permission, StoredObject other) {
        var document = cast.document(visit.record());
        ObjectKey object = document.filter(_ -> !chance.onceIn(8))
                .map(found ->
                        chance.oneOf(DocumentModel.objects(found.objects())).key())
                .orElse(other.key());
        var id = document.map(found -> found.id()).orElseGet(() -> cast.documentId(visit.record()));
        return Call.of(caller, new DocumentUrls(visit.record(), permission, id, object));
    }

    /** One that the lane's ledger names, in this record or another; that with another length; or a new one of any kind. */
    private StoredObject object(Visit visit) {
        List<StoredObject> known = new ArrayList<>();
        cast.document(visit.record()).ifPresent(document -> known.addAll(DocumentModel.objects(document.objects())));
        cast.file(visit.record()).ifPresent(file -> known.addAll(DocumentModel.objects(file.objects())));
        cast.permission(visit.record()).ifPresent(permission -> known.add(permission.grant()));
        if (chance.onceIn(2) && !known.isEmpty()) {
            StoredObject object = chance.oneOf(known);
            return chance.onceIn(4) ? new StoredObject(object.key(), object.digest(), object.length() + 1) : object;
        }
        return things.object(fresh(visit));
    }

    private ObjectKey fresh(Visit visit) {
        ObjectKind kind = chance.oneOf(ObjectKind.values());
        return switch (kind) {
            case GRANT ->
                cast.permission(visit.record())
                        .filter(_ -> chance.onceIn(2))
                        .map(permission -> ObjectKey.grant(
                                permission.id(), permission.grant().key().version() + 1))
                        .orElseGet(() -> ObjectKey.grant(new PermissionId(chance.number()), chance.onceIn(3) ? 2 : 1));
            case RECOVERY_SNAPSHOT -> new ObjectKey(kind, chance.number(), 1);
            default -> ObjectKey.of(kind, things.name());
        };
    }
}
