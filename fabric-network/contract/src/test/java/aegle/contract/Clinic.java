// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.EncryptionPublicKey;
import aegle.record.MemberId;
import aegle.record.ObjectName;
import aegle.record.PermissionId;
import aegle.record.access.AccessEvent;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.DocumentCalls.AddPrivateDocument;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.MemberCalls.AttestMember;
import aegle.record.call.MemberCalls.ConfirmMembership;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.command.SignedStatement;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everyday life in a founded network: clinicians become members, patients allow, documents are added and opened. */
final class Clinic {
    static final DocumentCategory LAB = DocumentCategory.LABORATORY_RESULTS;
    static final String EAST_WING = "Dr. Ada Invented";

    final Network network;

    Clinic(Network network) {
        this.network = network;
    }

    static Clinic open() {
        return new Clinic(Network.founded());
    }

    Patient newPatient() {
        Patient patient = Patient.of(network.numbers.next(32));
        network.call(patient, patient.opening(network.id));
        return patient;
    }

    Clinician newClinician() {
        Clinician clinician = propose(Person.clinician());
        attest(clinician);
        confirm(clinician);
        return clinician;
    }

    Clinician propose(Person person) {
        var id = new MemberId(network.number());
        network.call(network.first, proposal(id, person, Duration.ofDays(365)));
        return new Clinician(id, person);
    }

    ProposeMember proposal(MemberId id, Person person, Duration due) {
        var key = EncryptionPublicKey.of(new byte[EncryptionPublicKey.LENGTH]);
        var statement = new SignedStatement.EncryptionKey(network.id, id.value(), key);
        return new ProposeMember(
                id,
                Network.NORTH,
                person.key(),
                key,
                person.sign(statement.bytes()),
                new ProfessionalData(EAST_WING, "1234567893", "2085R0001X"),
                attestation(network.first, due));
    }

    Attestation attestation(Person officer, Duration due) {
        return new Attestation(
                AttestationMethod.NPDB_CONTINUOUS_QUERY,
                network.numbers.next(32),
                network.clock.instant().plus(due),
                officer.digest(),
                Optional.empty());
    }

    Member attest(Clinician clinician) {
        return network.call(network.second, new AttestMember(clinician.id(), 1));
    }

    Member confirm(Clinician clinician) {
        return network.call(clinician.person(), new ConfirmMembership(clinician.id()));
    }

    PermissionScope scope(DocumentCategory category, Right... rights) {
        return scope(category, Duration.ofHours(-1), Duration.ofDays(30), rights);
    }

    PermissionScope scope(DocumentCategory category, Duration from, Duration to, Right... rights) {
        Instant now = network.clock.instant();
        return new PermissionScope(
                Set.of(rights),
                Set.of(category),
                List.of(),
                new ValidityPeriod(now.plus(from), now.plus(to)),
                Optional.empty());
    }

    PermissionScope justThis(DocumentEntry entry) {
        Instant now = network.clock.instant();
        return new PermissionScope(
                Set.of(Right.READ),
                Set.of(entry.category()),
                List.of(entry.id()),
                new ValidityPeriod(now, now.plus(Duration.ofDays(30))),
                Optional.empty());
    }

    Permission grant(Patient patient, Clinician clinician, PermissionScope scope) {
        return network.call(patient, granting(patient, clinician, scope));
    }

    GrantPermission granting(Patient patient, Clinician clinician, PermissionScope scope) {
        var id = new PermissionId(network.number());
        return new GrantPermission(patient.record(), id, clinician.id(), scope, grantObject(id, 1));
    }

    StoredObject grantObject(PermissionId permission, int version) {
        return object(ObjectKey.grant(permission, version));
    }

    DocumentEntry upload(Patient patient, Clinician clinician, Permission permission) {
        return network.call(clinician.person(), adding(patient, clinician, permission, LAB));
    }

    AddDocument adding(Patient patient, Clinician clinician, Permission permission, DocumentCategory category) {
        var subject = new DocumentSubject(
                Network.CHANNEL,
                patient.record(),
                new DocumentId(network.number()),
                category,
                new ContentCommitment(network.numbers.next(32)),
                clinician.id(),
                network.clock.instant());
        return adding(clinician, permission, subject);
    }

    AddDocument adding(Clinician clinician, Permission permission, DocumentSubject subject) {
        var statement = new SignedStatement.Upload(network.id, subject);
        return new AddDocument(
                permission.id(), subject, 0, clinician.person().sign(statement.bytes()), clinicalObjects());
    }

    AddPrivateDocument addingPrivate(Patient patient) {
        var name = new ObjectName(network.number());
        return new AddPrivateDocument(
                patient.record(),
                new DocumentId(network.number()),
                new ContentCommitment(network.numbers.next(32)),
                new StoredDocument(
                        object(ObjectKey.of(ObjectKind.PRIVATE_BODY, name)),
                        object(ObjectKey.of(ObjectKind.PRIVATE_ENVELOPE, name)),
                        object(ObjectKey.of(ObjectKind.PRIVATE_LABEL, name))));
    }

    StoredDocument clinicalObjects() {
        var name = new ObjectName(network.number());
        return new StoredDocument(
                object(ObjectKey.of(ObjectKind.BODY, name)),
                object(ObjectKey.of(ObjectKind.ENVELOPE, name)),
                object(ObjectKey.of(ObjectKind.LABEL, name)));
    }

    StoredObject object(ObjectKey key) {
        Bytes digest = Sha256.of(key.name().toByteArray());
        return new StoredObject(key, new CiphertextDigest(digest), 2000);
    }

    ObjectKey freshBody() {
        return ObjectKey.of(ObjectKind.BODY, new ObjectName(network.number()));
    }

    OpenDocument opening(DocumentEntry entry, Permission permission) {
        return new OpenDocument(
                entry.subject().record(), entry.id(), new AccessId(network.number()), Optional.of(permission.id()));
    }

    AccessEvent look(Clinician clinician, DocumentEntry entry, Permission permission) {
        return network.call(clinician.person(), opening(entry, permission));
    }

    /** A clinician as she calls. */
    record Clinician(MemberId id, Person person) {}
}
