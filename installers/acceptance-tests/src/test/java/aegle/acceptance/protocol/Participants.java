// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.NetworkParts;
import aegle.embedded.PracticeHospital;
import aegle.record.Bytes;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.MemberApproval;
import aegle.sharing.enrollment.PendingMember;
import aegle.sharing.key.OwnerKeys;
import aegle.sharing.key.PatientCard;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network in a folder of its own and the invented people on it. */
final class Participants implements AutoCloseable {
    static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final EmbeddedNetwork network;
    private final List<Runnable> leaving = new ArrayList<>();

    private Participants(Path folder, EmbeddedNetwork network) {
        this.folder = folder;
        this.network = network;
    }

    static Participants on(Path folder) throws IOException {
        return on(folder, NetworkParts.standard(CLOCK, RANDOM));
    }

    static Participants on(Path folder, NetworkParts parts) throws IOException {
        return new Participants(folder, EmbeddedNetwork.start(folder.resolve("network"), parts));
    }

    EmbeddedNetwork network() {
        return network;
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
                network.profile(),
                folder.resolve("patient-" + leaving.size()),
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
        var application = ClinicianDesk.apply(
                network.profile(),
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
        for (var officer : network.officers()) {
            try (var ledger = new FabricRecordLedger(network.profile(), officer.certificate(), officer.key(), CLOCK);
                    var membership = new HttpMembershipDirectory(network.profile(), CLOCK, RANDOM)) {
                var approval = new MemberApproval(membership, ledger, officer.certificate(), officer.key());
                for (PendingMember pending : approval.pending()) {
                    decide(approval, pending);
                }
            }
        }
    }

    private static void decide(MemberApproval approval, PendingMember pending) throws SharingException {
        if (pending.proposed().isEmpty()) {
            approval.propose(
                    pending.application(),
                    new Attestation(
                            AttestationMethod.NPDB_CONTINUOUS_QUERY,
                            Bytes.of(new byte[32]),
                            CLOCK.instant().plus(Duration.ofDays(365)),
                            approval.officer(),
                            Optional.empty()));
        } else if (pending.waitsForAttestationBy(approval.officer())) {
            approval.attest(pending.proposed().get());
        }
    }

    /** An officer of the clinician's hospital ends the membership. */
    void revokeMembership(Member member) throws SharingException {
        var officer = network.officers().getFirst();
        try (var ledger = new FabricRecordLedger(network.profile(), officer.certificate(), officer.key(), CLOCK);
                var membership = new HttpMembershipDirectory(network.profile(), CLOCK, RANDOM)) {
            new MemberApproval(membership, ledger, officer.certificate(), officer.key()).revoke(member);
        }
    }

    @Override
    public void close() {
        leaving.reversed().forEach(Runnable::run);
        network.close();
    }
}
