// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Model.Turn;
import aegle.record.CiphertextDigest;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.RecordStatus;
import aegle.record.call.LedgerCall;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.call.StoreCalls.Header;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadStatusUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The store's gate: who gets a URL for which object. */
final class GateModel {
    private static final Set<ObjectKind> CLINICAL = EnumSet.of(ObjectKind.BODY, ObjectKind.ENVELOPE, ObjectKind.LABEL);
    private static final Set<ObjectKind> PRIVATE =
            EnumSet.of(ObjectKind.PRIVATE_BODY, ObjectKind.PRIVATE_ENVELOPE, ObjectKind.PRIVATE_LABEL);

    private final World world;
    private final MemberModel members;

    GateModel(World world, MemberModel members) {
        this.world = world;
        this.members = members;
    }

    Optional<Record> answer(LedgerCall<?> call, Turn turn) {
        return Optional.ofNullable(
                switch (call) {
                    case UploadUrls upload -> upload(upload, turn);
                    case UploadStatusUrls status -> uploadStatus(status, turn);
                    case DocumentUrls document -> document(document, turn);
                    case GrantUrls grant -> grant(grant, turn);
                    case OwnerUploadUrls upload -> ownerUpload(upload);
                    case OwnerUploadStatusUrls status -> ownerUploadStatus(status);
                    case OwnerDownloadUrls download -> ownerDownload(download);
                    default -> null;
                });
    }

    private Rights rights(PatientPseudonym record, PermissionId permission, Turn turn) {
        var member = members.clinician(turn);
        var chart = world.chart(record);
        return Rights.of(chart.record, member, world.permission(record, permission), turn.now());
    }

    private StoreUrls upload(UploadUrls call, Turn turn) {
        StoredObject object = call.object();
        requireWriter(rights(call.record(), call.permission(), turn), call.category(), object.key());
        requireFreeFor(call.record(), object);
        return put(object);
    }

    private StoreUrls uploadStatus(UploadStatusUrls call, Turn turn) {
        requireWriter(rights(call.record(), call.permission(), turn), call.category(), call.object());
        requireFreeFor(call.record(), call.object());
        return urls("HEAD", call.object(), List.of());
    }

    private static void requireWriter(Rights rights, DocumentCategory category, ObjectKey object) {
        Rights.require(rights.refusal(Right.WRITE, category));
        Refused.unless(CLINICAL.contains(object.kind()), LedgerErrorCode.OBJECT_NOT_ALLOWED);
    }

    private void requireFreeFor(PatientPseudonym record, StoredObject object) {
        boolean free = Optional.ofNullable(world.objects.get(object.key()))
                .map(named -> !named.withdrawn()
                        && named.record().equals(record)
                        && named.object().equals(object))
                .orElse(true);
        Refused.unless(free, LedgerErrorCode.OBJECT_NAME_TAKEN);
    }

    private void requireFreeFor(PatientPseudonym record, ObjectKey object) {
        boolean free = Optional.ofNullable(world.objects.get(object))
                .map(named -> !named.withdrawn() && named.record().equals(record))
                .orElse(true);
        Refused.unless(free, LedgerErrorCode.OBJECT_NAME_TAKEN);
    }

    private StoreUrls document(DocumentUrls call, Turn turn) {
        var rights = rights(call.record(), call.permission(), turn);
        var chart = world.chart(call.record());
        var entry = chart.document(call.document());
        Rights.require(rights.refusalToRead(entry));
        Refused.unless(
                DocumentModel.objects(entry.objects()).stream()
                        .map(StoredObject::key)
                        .anyMatch(call.object()::equals),
                LedgerErrorCode.OBJECT_UNKNOWN);
        boolean single = !rights.permission().orElseThrow().scope().documents().isEmpty();
        Refused.unless(call.object().kind() == ObjectKind.BODY || !single, LedgerErrorCode.OBJECT_NOT_ALLOWED);
        boolean permitted =
                chart.permits.contains(List.of(entry.id(), rights.member().id()));
        Refused.unless(call.object().kind() == ObjectKind.LABEL || permitted, LedgerErrorCode.PERMIT_MISSING);
        return urls("GET", call.object(), List.of());
    }

    private StoreUrls grant(GrantUrls call, Turn turn) {
        var rights = rights(call.record(), call.permission(), turn);
        rights.require();
        return urls("GET", rights.permission().orElseThrow().grant().key(), List.of());
    }

    private StoreUrls ownerUpload(OwnerUploadUrls call) {
        world.openChart(call.record());
        requireFreeFor(call.record(), call.object());
        requireOwnerMayPut(call.record(), call.object().key());
        return put(call.object());
    }

    private StoreUrls ownerUploadStatus(OwnerUploadStatusUrls call) {
        world.openChart(call.record());
        requireFreeFor(call.record(), call.object());
        requireOwnerMayPut(call.record(), call.object());
        return urls("HEAD", call.object(), List.of());
    }

    private void requireOwnerMayPut(PatientPseudonym record, ObjectKey object) {
        if (PRIVATE.contains(object.kind())
                || (object.kind() == ObjectKind.GRANT && world.objects.containsKey(object))) {
            return;
        }
        Refused.unless(object.kind() == ObjectKind.GRANT, LedgerErrorCode.OBJECT_NOT_ALLOWED);
        Permission permission = world.permissions.get(new PermissionId(object.name()));
        boolean next = permission == null
                ? object.version() == 1
                : permission.record().equals(record)
                        && object.version() > permission.grant().key().version();
        Refused.unless(next, LedgerErrorCode.OBJECT_NOT_ALLOWED);
        Refused.unless(permission == null || !permission.isRevoked(), LedgerErrorCode.PERMISSION_REVOKED);
    }

    private StoreUrls ownerDownload(OwnerDownloadUrls call) {
        Refused.unless(
                world.chart(call.record()).record.status() != RecordStatus.CLOSED, LedgerErrorCode.RECORD_NOT_OPEN);
        boolean named = Optional.ofNullable(world.objects.get(call.object()))
                .filter(found -> found.record().equals(call.record()) && !found.withdrawn())
                .isPresent();
        Refused.unless(named, LedgerErrorCode.OBJECT_UNKNOWN);
        return urls("GET", call.object(), List.of());
    }

    private static StoreUrls put(StoredObject object) {
        return urls(
                "PUT",
                object.key(),
                List.of(
                        new Header("content-length", Long.toString(object.length())),
                        new Header("if-none-match", "*"),
                        new Header("x-amz-checksum-sha256", base64(object.digest()))));
    }

    private static String base64(CiphertextDigest digest) {
        return Base64.getEncoder().encodeToString(digest.value().toByteArray());
    }

    private static StoreUrls urls(String method, ObjectKey object, List<Header> headers) {
        var signed = new ArrayList<>(headers.stream().map(Header::name).toList());
        signed.add("host");
        String url = "/aegle/" + object.path()
                + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=&X-Amz-Date=&X-Amz-Expires=60&X-Amz-SignedHeaders="
                + String.join("%3B", signed.stream().sorted().toList()) + "&X-Amz-Signature=";
        return new StoreUrls(
                Stream.of("store-1", "store-2")
                        .map(store -> new StoreUrl(store, method, url, headers))
                        .toList(),
                Dialect.SOME_TIME);
    }
}
