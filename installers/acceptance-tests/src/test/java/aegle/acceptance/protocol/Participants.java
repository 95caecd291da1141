// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.acceptance.OfficersAtWork;
import aegle.acceptance.Trial;
import aegle.client.ledger.FabricRecordLedger;
import aegle.client.ledger.LedgerDeadlines;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.devnet.FabricNetwork;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.NetworkParts;
import aegle.embedded.PracticeHospital;
import aegle.embedded.StaffedNetwork;
import aegle.record.Bytes;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.MemberApproval;
import aegle.sharing.key.OwnerKeys;
import aegle.sharing.key.PatientCard;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A network in a folder of its own and the invented people on it. */
final class Participants implements AutoCloseable {
    static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final NetworkParts parts;
    private final LedgerDeadlines deadlines;
    private final List<Runnable> leaving = new ArrayList<>();
    private final AtomicInteger patients = new AtomicInteger();
    private StaffedNetwork network;

    private Participants(Path folder, NetworkParts parts, LedgerDeadlines deadlines, StaffedNetwork network) {
        this.folder = folder;
        this.parts = parts;
        this.deadlines = deadlines;
        this.network = network;
    }

    /** On the network that the tests run on: a new embedded one, or the real one that all of them share. */
    static Participants on(Path folder) throws IOException {
        return on(folder, LedgerDeadlines.standard());
    }

    static Participants on(Path folder, LedgerDeadlines deadlines) throws IOException {
        return onEither(folder, NetworkParts.standard(CLOCK, RANDOM), deadlines);
    }

    /** The same, whose parts count on an embedded network only: tests that need them are {@link aegle.acceptance.EmbeddedOnly}. */
    static Participants onEither(Path folder, NetworkParts parts) throws IOException {
        return onEither(folder, parts, LedgerDeadlines.standard());
    }

    private static Participants onEither(Path folder, NetworkParts parts, LedgerDeadlines deadlines)
            throws IOException {
        return switch (Trial.NETWORK) {
            case EMBEDDED -> on(folder, parts, deadlines);
            case FABRIC -> new Participants(folder, parts, deadlines, Trial.sharedFabric());
        };
    }

    static Participants on(Path folder, NetworkParts parts) throws IOException {
        return on(folder, parts, LedgerDeadlines.standard());
    }

    static Participants on(Path folder, NetworkParts parts, LedgerDeadlines deadlines) throws IOException {
        return new Participants(folder, parts, deadlines, EmbeddedNetwork.start(folder.resolve("network"), parts));
    }

    StaffedNetwork network() {
        return network;
    }

    /** Where the network's nodes keep everything. */
    Path networkFolder() {
        return network instanceof FabricNetwork real ? real.folder() : folder.resolve("network");
    }

    NetworkAccess access() {
        return new NetworkAccess(network.profile(), parts.clock(), deadlines);
    }

    /** Take the network away; the programs stay. */
    void stopNetwork() {
        network.close();
    }

    /** Bring the network back, on the same folder. */
    void startNetwork() throws IOException {
        network = EmbeddedNetwork.start(folder.resolve("network"), parts);
    }

    /** Kill a clinician's program and start it again. */
    ClinicianDesk restart(ClinicianDesk desk) throws SharingException {
        var again = desk.restarted();
        leaving.add(again::close);
        return again;
    }

    /** Anna Lindqvist, who has opened her record. */
    PatientDesk anna() throws SharingException {
        return patient("Anna Lindqvist", LocalDate.of(1961, 4, 9), "N-4711");
    }

    PatientDesk patient(String name, LocalDate born, String hospitalNumber) throws SharingException {
        var person = new UniquelyIdentifiableInformation(
                Optional.empty(), Optional.of(born), Optional.of(name), Optional.empty(), Optional.of("22100"));
        var card = new PatientCard(name, born, List.of(hospitalNumber));
        var desk = PatientDesk.enroll(
                access(),
                folder.resolve("patient-" + patients.incrementAndGet()),
                OwnerKeys.generate(person, RANDOM),
                card);
        leaving.add(desk::close);
        return desk;
    }

    /** A radiation oncologist whom two officers have attested. */
    ClinicianDesk mayaChen() throws SharingException {
        return clinician("Dr. Maya Chen", "1234567893");
    }

    ClinicianDesk tomWeber() throws SharingException {
        return clinician("Dr. Tom Weber", "2345123675");
    }

    ClinicianDesk clinician(String name, String npi) throws SharingException {
        return clinician(name, npi, parts.clock());
    }

    /** A clinician whose program goes by another clock. */
    ClinicianDesk clinician(String name, String npi, Clock clock) throws SharingException {
        var application = ClinicianDesk.apply(
                access().by(clock),
                folder.resolve("clinician-" + leaving.size()),
                SigningKeyPair.generate(RANDOM),
                EncryptionKeyPair.generate(RANDOM),
                PracticeHospital.NORTH.id(),
                new ProfessionalData(name, npi, "2085R0001X"));
        officersDecide();
        var desk = application.join();
        leaving.add(desk::close);
        return desk;
    }

    /** Each officer of each hospital decides about everybody who waits. */
    void officersDecide() throws SharingException {
        new OfficersAtWork(network, CLOCK, RANDOM).decide();
    }

    /** Two officers of the clinician's hospital attest her anew, until {@code due}. */
    void renewAttestation(Member member, Instant due) throws SharingException {
        Member proposed = atOffice(0, approval -> approval.renew(member, attestation(approval, due)));
        atOffice(1, approval -> approval.attest(proposed));
    }

    private static Attestation attestation(MemberApproval approval, Instant due) {
        return new Attestation(
                AttestationMethod.NPDB_CONTINUOUS_QUERY,
                Bytes.of(new byte[32]),
                due,
                approval.officer(),
                Optional.empty());
    }

    private Member atOffice(int number, OfficersWork work) throws SharingException {
        var officer = network.officers().get(number);
        try (var ledger = new FabricRecordLedger(network.profile(), officer.certificate(), officer.key(), CLOCK);
                var membership = new HttpMembershipDirectory(network.profile(), CLOCK, RANDOM)) {
            return work.with(new MemberApproval(membership, ledger, officer.certificate(), officer.key()));
        }
    }

    /** What an officer does. */
    @FunctionalInterface
    private interface OfficersWork {
        Member with(MemberApproval approval) throws SharingException;
    }

    /** An officer of the clinician's hospital ends the membership. */
    void revokeMembership(Member member) throws SharingException {
        atOffice(0, approval -> approval.revoke(member));
    }

    @Override
    public void close() {
        leaving.reversed().forEach(Runnable::run);
        if (Trial.NETWORK == NetworkKind.EMBEDDED) {
            network.close();
        }
    }
}
