// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.contract.Clinic.Clinician;
import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.PatientRecord;
import aegle.record.PermissionId;
import aegle.record.RecordStatus;
import aegle.record.RequestId;
import aegle.record.access.AccessRequest;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.MemberCalls.AttestMember;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.codec.LedgerCodec;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.PrivateEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.StudyConsent;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record with every {@link Actor} around it, as it is before a cell of the matrix is tried. */
final class Ward {
    private static final Duration SHORT = Duration.ofDays(1);
    private static final Duration LATER = Duration.ofDays(3);

    final Clinic clinic = Clinic.open();
    final Network network = clinic.network;
    final Patient patient = clinic.newPatient();
    final Patient other = clinic.newPatient();
    final Person borrowed = Person.patient();
    final Person stranger = Person.clinician();
    final DocumentEntry document;
    final PrivateEntry privateFile;
    final AccessRequest request;
    private final Map<Actor, Clinician> clinicians = new EnumMap<>(Actor.class);
    private final Map<Actor, Permission> permissions = new EnumMap<>(Actor.class);
    private final FakeLedger prepared;

    Ward() {
        enrollClinicians();
        grantPermissions();
        document = clinic.upload(patient, clinician(Actor.READER_WRITER), permissionOf(Actor.READER_WRITER));
        permissions.put(
                Actor.SINGLE_READER, clinic.grant(patient, clinician(Actor.SINGLE_READER), clinic.justThis(document)));
        privateFile = network.call(patient, clinic.addingPrivate(patient));
        request = network.call(clinician(Actor.NO_PERMISSION).person(), request(Duration.ofDays(30)));
        network.clock.pass(Duration.ofDays(2));
        network.call(
                network.first, new RevokeMember(clinician(Actor.REVOKED_MEMBER).id(), 3));
        Permission stopped = permissionOf(Actor.REVOKED_PERMISSION);
        network.call(patient, new RevokePermission(patient.record(), stopped.id(), stopped.version()));
        plantPermits();
        prepared = network.ledger().copy();
    }

    private void enrollClinicians() {
        for (Actor actor : List.of(
                Actor.READER,
                Actor.WRITER,
                Actor.READER_WRITER,
                Actor.SINGLE_READER,
                Actor.SHARER,
                Actor.OTHER_CATEGORY,
                Actor.EXPIRED,
                Actor.NOT_YET_VALID,
                Actor.REVOKED_PERMISSION,
                Actor.NO_PERMISSION,
                Actor.REVOKED_MEMBER)) {
            clinicians.put(actor, clinic.newClinician());
        }
        clinicians.put(Actor.LAPSED_MEMBER, lapsing());
        clinicians.put(Actor.PROPOSED, clinic.propose(Person.clinician()));
        clinicians.put(Actor.ATTESTED, clinic.propose(Person.clinician()));
        clinic.attest(clinician(Actor.ATTESTED));
        Clinician reader = clinician(Actor.READER);
        clinicians.put(
                Actor.READER_WITHOUT_ROLE,
                new Clinician(reader.id(), reader.person().withoutRole()));
    }

    private Clinician lapsing() {
        Person person = Person.clinician();
        Member member = network.call(network.first, clinic.proposal(new MemberId(network.number()), person, SHORT));
        network.call(network.second, new AttestMember(member.id(), 1));
        var clinician = new Clinician(member.id(), person);
        clinic.confirm(clinician);
        return clinician;
    }

    private void grantPermissions() {
        grant(Actor.READER, clinic.scope(Clinic.LAB, Right.READ));
        grant(Actor.WRITER, clinic.scope(Clinic.LAB, Right.WRITE));
        grant(Actor.READER_WRITER, readAndWrite());
        grant(Actor.SHARER, sharing());
        grant(Actor.OTHER_CATEGORY, clinic.scope(DocumentCategory.RADIATION_DOSE, Right.READ, Right.WRITE));
        grant(Actor.EXPIRED, clinic.scope(Clinic.LAB, Duration.ZERO, SHORT, Right.READ, Right.WRITE));
        grant(Actor.NOT_YET_VALID, clinic.scope(Clinic.LAB, LATER, LATER.plus(SHORT), Right.READ, Right.WRITE));
        grant(Actor.REVOKED_PERMISSION, readAndWrite());
        grant(Actor.REVOKED_MEMBER, readAndWrite());
        grant(Actor.LAPSED_MEMBER, readAndWrite());
    }

    private PermissionScope readAndWrite() {
        return clinic.scope(Clinic.LAB, Right.READ, Right.WRITE);
    }

    private PermissionScope sharing() {
        PermissionScope reading = clinic.scope(Clinic.LAB, Right.READ);
        return new PermissionScope(
                java.util.Set.of(Right.SHARE),
                reading.categories(),
                List.of(),
                reading.validity(),
                Optional.of(new StudyConsent(network.number(), true)));
    }

    private void grant(Actor actor, PermissionScope scope) {
        permissions.put(actor, clinic.grant(patient, clinician(actor), scope));
    }

    /** Fresh permits for everybody, so that the gate refuses for what is true now and for nothing else. */
    private void plantPermits() {
        for (Clinician clinician : clinicians.values()) {
            put(
                    LedgerKey.permit(patient.record(), document.id(), clinician.id()),
                    new Permit(new AccessId(network.number()), network.clock.instant()));
        }
    }

    void reset(RecordStatus status) {
        network.continueWith(prepared.copy());
        put(
                LedgerKey.record(patient.record()),
                new PatientRecord(patient.record(), patient.owner().key(), status, Network.NOON, 1));
    }

    private void put(LedgerKey key, Record fact) {
        network.ledger()
                .commit(Map.of(key.composite().toString(), Optional.of(LedgerCodec.encode(fact))), Optional.empty());
    }

    RequestAccess request(Duration life) {
        return new RequestAccess(
                patient.record(),
                new RequestId(network.number()),
                Bytes.of((byte) 1),
                network.clock.instant().plus(life));
    }

    Person person(Actor actor) {
        return switch (actor) {
            case OWNER -> patient.carrier();
            case OWNER_BY_OTHER_CERTIFICATE -> borrowed;
            case OTHER_PATIENT -> other.carrier();
            case STRANGER -> stranger;
            case FIRST_OFFICER -> network.first;
            case SECOND_OFFICER -> network.second;
            case FOREIGN_OFFICER -> network.foreign;
            default -> clinician(actor).person();
        };
    }

    /** With whose key she signs an owner command. */
    Person signer(Actor actor) {
        return switch (actor) {
            case OWNER, OWNER_BY_OTHER_CERTIFICATE -> patient.owner();
            case OTHER_PATIENT -> other.owner();
            default -> person(actor);
        };
    }

    /** Her own permission, or the reader's if she has none. */
    Permission permission(Actor actor) {
        return Optional.ofNullable(permissions.get(actor)).orElseGet(() -> permissionOf(Actor.READER));
    }

    Permission permissionOf(Actor actor) {
        return Optional.ofNullable(permissions.get(actor)).orElseThrow();
    }

    PermissionId permissionId(Actor actor) {
        return permission(actor).id();
    }

    Clinician clinician(Actor actor) {
        return Optional.ofNullable(clinicians.get(actor)).orElseThrow();
    }

    /** As whom she would sign an upload. */
    Clinician uploader(Actor actor) {
        return Optional.ofNullable(clinicians.get(actor))
                .orElseGet(() -> new Clinician(clinician(Actor.READER_WRITER).id(), person(actor)));
    }
}
