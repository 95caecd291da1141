// SPDX-License-Identifier: Apache-2.0

package aegle.client.membership;

import aegle.client.trust.PemCertificates;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.codec.LedgerErrorCode;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.CertificateAttributes;
import aegle.sharing.enrollment.CertificateRequest;
import aegle.sharing.enrollment.ClinicianApplication;
import aegle.sharing.enrollment.MembershipCall;
import aegle.sharing.enrollment.MembershipCall.ApplicationPage;
import aegle.sharing.enrollment.MembershipCall.Apply;
import aegle.sharing.enrollment.MembershipCall.CollectCertificate;
import aegle.sharing.enrollment.MembershipCall.EnrollPatient;
import aegle.sharing.enrollment.MembershipCall.ListApplications;
import aegle.sharing.enrollment.MembershipCall.RevokeCertificate;
import aegle.sharing.enrollment.MembershipRoots;
import aegle.sharing.enrollment.NetworkRole;
import aegle.sharing.enrollment.OfficerAuthorization;
import aegle.sharing.enrollment.OfficerStatement;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The membership service of a connection profile. Certificates that it hands out are checked before they are used: they must lie
 * under a pinned root and hold the very key and role that were asked for.
 */
public final class HttpMembershipDirectory implements MembershipDirectory {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int MAX_PAGES = 100;

    private final MembershipConnection connection;
    private final NetworkId network;
    private final MembershipRoots roots;
    private final KnownRevocations revocations;
    private final Clock clock;
    private final SecureRandom random;

    /**
     * Connect when first asked; until then nothing leaves this machine.
     *
     * @throws IllegalArgumentException if the profile's roots are no certificates
     */
    public HttpMembershipDirectory(ConnectionProfile profile, Clock clock, SecureRandom random) {
        this.connection = new MembershipConnection(profile.membership());
        this.network = profile.network();
        this.roots = new MembershipRoots(profile.membershipRoots().stream()
                .map(PemCertificates::required)
                .toList());
        this.revocations = new KnownRevocations(connection, roots, clock);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public X509Certificate enrollPatient(SigningKeyPair key) throws SharingException {
        var issued = connection.ask(new EnrollPatient(CertificateRequest.of(key)), DEADLINE);
        Bytes der = issued.certificate().orElseThrow(() -> new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS));
        return checked(der, key, NetworkRole.PATIENT);
    }

    @Override
    public void apply(ClinicianApplication application, SigningKeyPair key) throws SharingException {
        connection.ask(
                new Apply(
                        application,
                        CertificateRequest.of(key, application.member().hex())),
                DEADLINE);
    }

    @Override
    public Optional<X509Certificate> collectCertificate(MemberId applicant, SigningKeyPair key)
            throws SharingException {
        var issued = connection.ask(
                new CollectCertificate(applicant, CertificateRequest.of(key, applicant.hex())), DEADLINE);
        return issued.certificate().isPresent()
                ? Optional.of(checked(issued.certificate().get(), key, NetworkRole.CLINICIAN))
                : Optional.empty();
    }

    @Override
    public List<ClinicianApplication> pendingApplications(X509Certificate officer, SigningKeyPair key)
            throws SharingException {
        var applications = new ArrayList<ClinicianApplication>();
        Optional<MemberId> after = Optional.empty();
        for (int page = 0; page < MAX_PAGES; page++) {
            ApplicationPage answer = applicationsAfter(after, officer, key);
            applications.addAll(answer.applications());
            if (!answer.more() || answer.applications().isEmpty()) {
                break;
            }
            after = Optional.of(answer.applications().getLast().member());
        }
        return List.copyOf(applications);
    }

    private ApplicationPage applicationsAfter(Optional<MemberId> after, X509Certificate officer, SigningKeyPair key)
            throws SharingException {
        Bytes subject = after.map(MemberId::value).orElseGet(Bytes::empty);
        var statement = statement(ListApplications.class, subject, officer);
        return connection.ask(new ListApplications(after, OfficerAuthorization.sign(statement, key)), DEADLINE);
    }

    /**
     * Have the certificates revoked of a member whom the ledger has as revoked; asked by an officer of her hospital.
     *
     * @return how many certificates that were
     * @throws aegle.sharing.MembershipRefusalException if the ledger has no such revoked member at that officer's hospital
     * @throws MembershipUnavailableException if the service does not answer
     */
    public int revokeCertificate(KeyDigest member, X509Certificate officer, SigningKeyPair key)
            throws SharingException {
        var statement = statement(RevokeCertificate.class, member.value(), officer);
        var call = new RevokeCertificate(member, OfficerAuthorization.sign(statement, key));
        return connection.ask(call, DEADLINE).certificates();
    }

    private OfficerStatement statement(
            Class<? extends MembershipCall<?>> call, Bytes subject, X509Certificate officer) {
        var nonce = new byte[OfficerStatement.NONCE_LENGTH];
        random.nextBytes(nonce);
        return new OfficerStatement(
                network,
                MembershipCall.pathOf(call),
                subject,
                encode(officer),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Bytes.of(nonce));
    }

    private static Bytes encode(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate has no encoding", e);
        }
    }

    private X509Certificate checked(Bytes der, SigningKeyPair key, NetworkRole role) throws SharingException {
        try {
            X509Certificate certificate = PemCertificates.parse(der);
            requireBegun(certificate);
            require(certificate, role);
            if (!SigningPublicKey.of(certificate.getPublicKey()).equals(SigningPublicKey.of(key.publicKey()))) {
                throw new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS);
            }
            return certificate;
        } catch (CertificateException | IllegalArgumentException e) {
            throw new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS, e);
        }
    }

    /** What was issued just now has begun, by every clock but a wrong one; the service dates it back by some minutes. */
    private void requireBegun(X509Certificate certificate) throws LedgerRefusalException {
        Instant now = clock.instant();
        Instant begin = certificate.getNotBefore().toInstant();
        if (begin.isAfter(now)) {
            throw new LedgerRefusalException(
                    LedgerErrorCode.CLOCK_OFF,
                    "this computer says " + now + ", the membership service says "
                            + connection.serviceTime().orElse(begin));
        }
    }

    private void require(X509Certificate certificate, NetworkRole role) throws RecordIntegrityException {
        require(certificate, role, clock.instant());
    }

    private void require(X509Certificate certificate, NetworkRole role, Instant time) throws RecordIntegrityException {
        boolean hasRole = CertificateAttributes.of(certificate)
                .filter(attributes -> attributes.role() == role)
                .isPresent();
        if (!hasRole || !roots.vouchFor(certificate, time)) {
            throw new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS);
        }
    }

    /**
     * Check a clinician's certificate: under a pinned root, valid now, with the role, and not revoked as far as is known; whether it
     * was revoked is asked every ten minutes at most, and nothing waits for the answer for more than three seconds.
     */
    @Override
    public void verify(X509Certificate certificate) throws RecordIntegrityException {
        require(certificate, NetworkRole.CLINICIAN);
        if (revocations.contain(certificate)) {
            throw new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS);
        }
    }

    @Override
    public void verifyOrigin(X509Certificate certificate) throws RecordIntegrityException {
        require(certificate, NetworkRole.CLINICIAN, certificate.getNotBefore().toInstant());
    }

    @Override
    public void close() {
        connection.close();
    }
}
