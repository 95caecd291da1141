// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.NetworkId;
import aegle.record.ObjectName;
import aegle.record.PermissionId;
import aegle.record.RecordStatus;
import aegle.record.access.AccessEvent;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.DocumentCalls.ListPrivateDocuments;
import aegle.record.call.DocumentCalls.RecordCachedOpen;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.AttestMember;
import aegle.record.call.MemberCalls.ConfirmMembership;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.call.MemberCalls.Initialize;
import aegle.record.call.MemberCalls.ListHospitalMembers;
import aegle.record.call.MemberCalls.ListMembers;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.MemberCalls.RenewAttestation;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.MemberCalls.VoteOfficer;
import aegle.record.call.OwnerCall;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.call.RecordCalls.CancelUpload;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadStatusUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.command.SignedStatement;
import aegle.record.member.Attestation;
import aegle.record.member.Officer;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rows of the matrix: for each call, and where it matters for its kinds, what an actor would send. */
final class CallCells {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Ward ward;
    private final Map<String, Function<Actor, LedgerCall<?>>> rows = new LinkedHashMap<>();

    CallCells(Ward ward) {
        this.ward = ward;
        memberRows();
        recordRows();
        permissionRows();
        documentRows();
        accessRows();
        storeRows();
    }

    List<String> rows() {
        return List.copyOf(rows.keySet());
    }

    /** The row's call as this actor would make it. */
    LedgerCall<?> call(String row, Actor actor) {
        return Optional.ofNullable(rows.get(row)).orElseThrow().apply(actor);
    }

    /** What becomes of the call: {@code ok}, {@code denied CODE} for a refusal that is written down, or the error's code. */
    String outcome(String row, Actor actor, RecordStatus status) {
        ward.reset(status);
        LedgerCall<?> call = call(row, actor);
        try {
            Record answer = call instanceof OwnerCall<?> owned
                    ? ward.network.callAs(ward.person(actor), ward.signer(actor), owned)
                    : ward.network.call(ward.person(actor), call);
            return answer instanceof AccessEvent event
                    ? event.denial().map(code -> "denied " + code).orElse("ok")
                    : "ok";
        } catch (Network.RefusedCall refusal) {
            return refusal.code().name();
        }
    }

    private void memberRows() {
        Network network = ward.network;
        var attested = ward.clinician(Actor.ATTESTED);
        var reader = ward.clinician(Actor.READER);
        row("initialize", actor -> new Initialize(new NetworkId(network.numbers.next(32)), network.officers()));
        row("proposeMember", this::proposal);
        row(
                "attestMember",
                actor -> new AttestMember(ward.clinician(Actor.PROPOSED).id(), 1));
        row("renewAttestation", actor -> new RenewAttestation(reader.id(), attestation(actor), 3));
        row("revokeMember", actor -> new RevokeMember(reader.id(), 3));
        row("confirmMembership", actor -> new ConfirmMembership(attested.id()));
        row("voteOfficer", actor -> new VoteOfficer(new Officer(ward.stranger.digest(), Network.NORTH), false));
        row("findMember", actor -> new FindMember(reader.id()));
        row("findMemberByKey", actor -> new FindMemberByKey(reader.person().digest()));
        row("listMembers", actor -> new ListMembers("", Optional.empty(), 10, ""));
        row("listHospitalMembers", actor -> new ListHospitalMembers(10, ""));
    }

    private ProposeMember proposal(Actor actor) {
        var id = new aegle.record.MemberId(ward.network.number());
        ProposeMember byFirst = ward.clinic.proposal(id, Person.clinician(), YEAR);
        return new ProposeMember(
                id,
                byFirst.hospital(),
                byFirst.key(),
                byFirst.encryptionKey(),
                byFirst.keyStatement(),
                byFirst.professional(),
                attestation(actor));
    }

    private Attestation attestation(Actor actor) {
        return ward.clinic.attestation(ward.person(actor), YEAR);
    }

    private void recordRows() {
        Patient patient = ward.patient;
        row(
                "openRecord",
                actor -> new Patient(
                                new aegle.record.PatientPseudonym(ward.network.numbers.next(32)),
                                ward.signer(actor),
                                ward.person(actor))
                        .opening(ward.network.id));
        row(
                "openRecord of a pseudonym that is taken",
                actor ->
                        new Patient(patient.record(), ward.signer(actor), ward.person(actor)).opening(ward.network.id));
        row("findRecord", actor -> new FindRecord(patient.record()));
        row("findGrantedRecord", actor -> new FindGrantedRecord(patient.record(), ward.permissionId(actor)));
        row(
                "advanceEpoch",
                actor -> new AdvanceEpoch(
                        patient.record(), patient.categoryKey(ward.network.id, Clinic.LAB, 1), List.of()));
        row("closeRecord", actor -> new CloseRecord(patient.record(), 1));
        row("cancelOperation", actor -> new CancelOperation(patient.record(), ward.network.number()));
        row("cancelUpload", actor -> new CancelUpload(patient.record(), ward.network.number()));
    }

    private void permissionRows() {
        Patient patient = ward.patient;
        Permission reading = ward.permissionOf(Actor.READER);
        row(
                "grantPermission",
                actor -> ward.clinic.granting(
                        patient, ward.clinician(Actor.NO_PERMISSION), ward.clinic.scope(Clinic.LAB, Right.READ)));
        row(
                "changePermission",
                actor -> new ChangePermission(
                        patient.record(),
                        reading.id(),
                        ward.clinic.scope(Clinic.LAB, Right.READ),
                        ward.clinic.grantObject(reading.id(), 2),
                        1));
        row("revokePermission", actor -> new RevokePermission(patient.record(), reading.id(), 1));
        row("listPermissions", actor -> new ListPermissions(patient.record(), 10, ""));
        row("listGrantedPermissions", actor -> new ListGrantedPermissions(10, ""));
    }

    private void documentRows() {
        Patient patient = ward.patient;
        row(
                "addDocument",
                actor -> ward.clinic.adding(patient, ward.uploader(actor), ward.permission(actor), Clinic.LAB));
        row(
                "countersignDocument",
                actor -> new CountersignDocument(
                        patient.record(),
                        ward.document.id(),
                        ward.signer(actor)
                                .sign(new SignedStatement.Countersignature(ward.network.id, ward.document.subject())
                                        .bytes()),
                        1));
        row("openDocument", actor -> ward.clinic.opening(ward.document, ward.permission(actor)));
        row(
                "openDocument by another's permission",
                actor -> ward.clinic.opening(
                        ward.document, ward.permissionOf(actor == Actor.READER ? Actor.READER_WRITER : Actor.READER)));
        row(
                "recordCachedOpen",
                actor -> new RecordCachedOpen(
                        patient.record(),
                        ward.document.id(),
                        new AccessId(ward.network.number()),
                        ward.permissionId(actor),
                        ward.network.clock.instant()));
        row("listDocuments", actor -> new ListDocuments(patient.record(), Clinic.LAB, 10, ""));
        row("listGrantedDocuments", actor -> granted(actor, Clinic.LAB));
        row("listGrantedDocuments of a third category", actor -> granted(actor, DocumentCategory.HISTORY_AND_PHYSICAL));
        row("addPrivateDocument", actor -> ward.clinic.addingPrivate(patient));
        row("removePrivateDocument", actor -> new RemovePrivateDocument(patient.record(), ward.privateFile.id(), 1));
        row("listPrivateDocuments", actor -> new ListPrivateDocuments(patient.record(), 10, ""));
    }

    private ListGrantedDocuments granted(Actor actor, DocumentCategory category) {
        return new ListGrantedDocuments(ward.patient.record(), ward.permissionId(actor), category, 10, "");
    }

    private void accessRows() {
        Patient patient = ward.patient;
        row("requestAccess", actor -> ward.request(YEAR));
        row(
                "answerRequest",
                actor -> new AnswerRequest(patient.record(), ward.request.id(), RequestStatus.DECLINED, 1));
        row("listRequests", actor -> new ListRequests(patient.record(), 10, ""));
        row("listOwnRequests", actor -> new ListOwnRequests(10, ""));
        row("listAccessEvents", actor -> new ListAccessEvents(patient.record(), 10, ""));
    }

    private void storeRows() {
        for (ObjectKind kind : ObjectKind.values()) {
            row("uploadUrls of a " + kind, actor -> upload(actor, ward.clinic.object(fresh(kind))));
            row(
                    "uploadStatusUrls of a " + kind,
                    actor -> new UploadStatusUrls(
                            ward.patient.record(), ward.permissionId(actor), Clinic.LAB, fresh(kind)));
            row(
                    "ownerUploadUrls of a " + kind,
                    actor -> new OwnerUploadUrls(ward.patient.record(), ward.clinic.object(fresh(kind))));
            row(
                    "ownerUploadStatusUrls of a " + kind,
                    actor -> new OwnerUploadStatusUrls(ward.patient.record(), fresh(kind)));
        }
        repeatedUploadRows();
        var objects = ward.document.objects();
        for (var object : ObjectRegister.objects(objects)) {
            ObjectKind kind = object.key().kind();
            row("documentUrls of a " + kind, actor -> document(actor, object.key()));
            row("ownerDownloadUrls of a " + kind, actor -> download(object.key()));
        }
        row("documentUrls of a foreign object", actor -> document(actor, ward.clinic.freshBody()));
        row("grantUrls", actor -> new GrantUrls(ward.patient.record(), ward.permissionId(actor)));
        row(
                "grantUrls of another's grant",
                actor -> new GrantUrls(
                        ward.patient.record(),
                        ward.permissionOf(actor == Actor.READER ? Actor.READER_WRITER : Actor.READER)
                                .id()));
        row(
                "ownerDownloadUrls of a GRANT",
                actor -> download(ward.permissionOf(Actor.READER).grant().key()));
        row(
                "ownerDownloadUrls of a PRIVATE_BODY",
                actor -> download(ward.privateFile.objects().body().key()));
        row("ownerDownloadUrls of an unknown object", actor -> download(ward.clinic.freshBody()));
    }

    private void repeatedUploadRows() {
        StoredObject body = ward.document.objects().body();
        StoredObject privateBody = ward.privateFile.objects().body();
        StoredObject grant = ward.permissionOf(Actor.READER).grant();
        var altered = new StoredObject(body.key(), body.digest(), body.length() + 1);
        row("uploadUrls of what the record has", actor -> upload(actor, body));
        row("uploadUrls of something else under its name", actor -> upload(actor, altered));
        row(
                "uploadStatusUrls of what the record has",
                actor -> new UploadStatusUrls(ward.patient.record(), ward.permissionId(actor), Clinic.LAB, body.key()));
        for (StoredObject own : List.of(grant, privateBody)) {
            ObjectKind kind = own.key().kind();
            row(
                    "ownerUploadUrls of a " + kind + " that the record has",
                    actor -> new OwnerUploadUrls(ward.patient.record(), own));
            row(
                    "ownerUploadStatusUrls of a " + kind + " that the record has",
                    actor -> new OwnerUploadStatusUrls(ward.patient.record(), own.key()));
        }
    }

    private UploadUrls upload(Actor actor, StoredObject object) {
        return new UploadUrls(ward.patient.record(), ward.permissionId(actor), Clinic.LAB, object);
    }

    private DocumentUrls document(Actor actor, ObjectKey object) {
        return new DocumentUrls(ward.patient.record(), ward.permissionId(actor), ward.document.id(), object);
    }

    private OwnerDownloadUrls download(ObjectKey object) {
        return new OwnerDownloadUrls(ward.patient.record(), object);
    }

    private ObjectKey fresh(ObjectKind kind) {
        Bytes name = ward.network.number();
        return switch (kind) {
            case GRANT -> ObjectKey.grant(new PermissionId(name), 1);
            case RECOVERY_SNAPSHOT -> new ObjectKey(kind, name, 1);
            default -> ObjectKey.of(kind, new ObjectName(name));
        };
    }

    private void row(String name, Function<Actor, LedgerCall<?>> call) {
        rows.put(name, call);
    }
}
