// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.SigningKeyPair;
import aegle.embedded.OfficerKeys;
import aegle.embedded.StaffedNetwork;
import aegle.record.Bytes;
import aegle.record.KeyDigest;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.MemberCalls.VoteOfficer;
import aegle.record.codec.LedgerCodec;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import io.grpc.ManagedChannel;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hyperledger.fabric.client.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One network on which steps are played: its people's certificates there, and the ways to its peers. */
final class Stage implements AutoCloseable {
    /** Two officers of each of the two hospitals that every network has. */
    static final List<Person> OFFICERS =
            IntStream.range(0, 4).mapToObj(Stage::officer).toList();

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StaffedNetwork network;
    private final ConnectionProfile profile;
    private final MembershipDirectory membership;
    private final Dialect dialect;
    private final List<ManagedChannel> peers = new ArrayList<>();
    private final Map<Person, X509Certificate> certificates = new ConcurrentHashMap<>();
    private final Map<Seat, LedgerLine> lines = new ConcurrentHashMap<>();

    Stage(StaffedNetwork network, Statements statements) {
        this.network = network;
        this.profile = network.profile();
        this.membership = new HttpMembershipDirectory(profile, CLOCK, new SecureRandom());
        var officers = new LinkedHashMap<KeyDigest, KeyDigest>();
        for (int i = 0; i < OFFICERS.size(); i++) {
            OfficerKeys keys = network.officers().get(i);
            officers.put(OFFICERS.get(i).digest(), keys.officer().key());
            certificates.put(OFFICERS.get(i), keys.certificate());
        }
        this.dialect = new Dialect(profile.network(), statements, officers);
        profile.peers().forEach(peer -> peers.add(LedgerLine.dialled(peer)));
    }

    private static Person officer(int number) {
        var standIn = new byte[KeyDigest.LENGTH];
        standIn[0] = (byte) (number + 1);
        return Person.officer("officer " + (number + 1), KeyDigest.of(standIn));
    }

    /** What the network is called in messages. */
    String name() {
        return profile.kind().name();
    }

    Dialect dialect() {
        return dialect;
    }

    ConnectionProfile profile() {
        return profile;
    }

    /** Whoever was founded with more hospitals votes them out, so that majorities are the same everywhere. */
    void keepOfficersOfTwoHospitals() throws GatewayException {
        var all = network.officers();
        for (OfficerKeys leaving : all.subList(OFFICERS.size(), all.size())) {
            for (int voter = 0; voter < all.size(); voter += 2) {
                vote(all.get(voter), leaving);
            }
        }
    }

    /** A vote that is not needed any more, or comes from one who has left, changes nothing. */
    private void vote(OfficerKeys voter, OfficerKeys leaving) throws GatewayException {
        try (var line = new LedgerLine(profile, peers.getFirst(), voter.certificate(), voter.key())) {
            var call = new VoteOfficer(leaving.officer(), true);
            try {
                line.commit(line.endorse(call.function(), LedgerCodec.encode(call)));
            } catch (org.hyperledger.fabric.client.EndorseException e) {
                if (!LedgerLine.told(e).contains("OFFICER_UNKNOWN")) {
                    throw e;
                }
            }
        }
    }

    void enrollPatient(Person patient) throws SharingException {
        enter(
                patient,
                patiently(
                        () -> Optional.of(membership.enrollPatient(patient.key().orElseThrow()))));
    }

    void apply(Person clinician, ProposeMember proposal) throws SharingException {
        ProposeMember own = dialect.spoken(proposal);
        membership.apply(
                new ClinicianApplication(
                        own.member(),
                        own.hospital(),
                        own.key(),
                        own.encryptionKey(),
                        own.keyStatement(),
                        own.professional()),
                clinician.key().orElseThrow());
    }

    /** Collect the certificate of a clinician whom two officers have attested; the service may see that a little later. */
    void collect(Person clinician, ProposeMember proposal) throws SharingException {
        enter(
                clinician,
                patiently(() -> membership.collectCertificate(
                        proposal.member(), clinician.key().orElseThrow())));
    }

    /** Asks as the programs do: again, if there is nothing yet, or the service has too many before this one to answer in time. */
    private static X509Certificate patiently(Asking asking) throws SharingException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                Optional<X509Certificate> certificate = asking.ask();
                if (certificate.isPresent()) {
                    return certificate.get();
                }
            } catch (MembershipUnavailableException e) {
                LOG.info("asked again: {}", e.getMessage());
            }
            LedgerLine.pause();
        }
        return asking.ask().orElseThrow();
    }

    private void enter(Person person, X509Certificate certificate) {
        certificates.put(person, certificate);
        dialect.certificate(encoded(certificate), person);
    }

    Bytes certificate(Person person) {
        return encoded(Optional.ofNullable(certificates.get(person)).orElseThrow());
    }

    private static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A person's line to the peer that her lane uses. */
    LedgerLine line(Person person, int lane) {
        return lines.computeIfAbsent(
                new Seat(person, lane % peers.size()),
                seat -> new LedgerLine(
                        profile,
                        peers.get(seat.peer()),
                        Optional.ofNullable(certificates.get(person)).orElseThrow(),
                        key(person)));
    }

    /** A person's own way to the ledger, as the programs have it: conflicts are met and tried again. */
    RecordLedger program(Person person) {
        return new FabricRecordLedger(
                profile, Optional.ofNullable(certificates.get(person)).orElseThrow(), key(person), CLOCK);
    }

    private SigningKeyPair key(Person person) {
        return person.key()
                .orElseGet(
                        () -> network.officers().get(OFFICERS.indexOf(person)).key());
    }

    @Override
    public void close() {
        lines.values().forEach(LedgerLine::close);
        peers.forEach(ManagedChannel::shutdownNow);
        membership.close();
        network.close();
    }

    private record Seat(Person person, int peer) {}

    @FunctionalInterface
    private interface Asking {
        Optional<X509Certificate> ask() throws SharingException;
    }
}
