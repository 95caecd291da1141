// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.EncryptionPublicKey;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.call.MemberCalls.ConfirmMembership;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.ProfessionalData;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

/**
 * A clinician's way into the network, as her program walks it: apply, wait for two officers of her hospital, collect the
 * certificate, confirm on the ledger. Each step is remembered before it leaves the program and may be repeated after any
 * interruption; {@link #application()} and {@link #certificate()} tell where she is.
 *
 * <pre>{@code
 * enrollment.apply(hospital, encryptionKey, professional);
 * Optional<X509Certificate> certificate = enrollment.collect();   // asked again until the officers have decided
 * Member member = enrollment.confirm(ledgerWithThatCertificate);
 * }</pre>
 */
public final class ClinicianEnrollment {
    private static final String APPLICATION = "enrollment/clinician/application";
    private static final String CERTIFICATE = "enrollment/clinician/certificate";

    private final MembershipDirectory membership;
    private final NetworkId network;
    private final EnrollmentMemory memory;
    private final SigningKeyPair key;
    private final SecureRandom random;

    public ClinicianEnrollment(
            Surroundings surroundings, MembershipDirectory membership, SealedStore memory, SigningKeyPair key) {
        this.membership = membership;
        this.network = surroundings.network();
        this.memory = new EnrollmentMemory(memory, surroundings.clock());
        this.key = key;
        this.random = surroundings.random();
    }

    /** The network that is to be joined, and where time and chance come from. */
    public record Surroundings(NetworkId network, Clock clock, SecureRandom random) {}

    /** What she has applied with; empty if she has not applied with this key. */
    public Optional<ClinicianApplication> application() {
        return memory.application(APPLICATION)
                .filter(application -> application.key().equals(SigningPublicKey.of(key.publicKey())));
    }

    /** Her certificate, if it has been collected. */
    public Optional<X509Certificate> certificate() {
        return memory.certificate(CERTIFICATE)
                .filter(certificate -> certificate.getPublicKey().equals(key.jdkPublicKey()));
    }

    /**
     * Apply at a hospital, or correct what was sent before, under the same number.
     *
     * @throws SharingException if the service does not answer, or refuses; the application is kept and may be sent again
     */
    public ClinicianApplication apply(MspId hospital, EncryptionPublicKey encryptionKey, ProfessionalData professional)
            throws SharingException {
        MemberId number = application().map(ClinicianApplication::member).orElseGet(() -> MemberId.random(random));
        byte[] statement = new SignedStatement.EncryptionKey(network, number.value(), encryptionKey).bytes();
        var application = new ClinicianApplication(
                number,
                hospital,
                SigningPublicKey.of(key.publicKey()),
                encryptionKey,
                TaggedSignature.of(key.sign(statement)),
                professional);
        memory.keep(APPLICATION, application);
        membership.apply(application, key);
        return application;
    }

    /**
     * Ask for the certificate, which the service issues once two officers have attested her on the ledger; empty until then. Also
     * renews a certificate that is about to expire.
     *
     * @throws SharingException if the service does not answer, or refuses
     * @throws IllegalStateException if she has not applied
     */
    public Optional<X509Certificate> collect() throws SharingException {
        var kept = certificate();
        if (kept.filter(memory::isFresh).isPresent()) {
            return kept;
        }
        MemberId number = applied().member();
        var collected = membership.collectCertificate(number, key);
        collected.ifPresent(certificate -> memory.keep(CERTIFICATE, certificate));
        return collected;
    }

    /**
     * Say on the ledger, with the certificate that was collected, that the membership is hers; from then on she is in the directory.
     * To be repeated when the certificate was renewed, so that the directory shows the new one.
     *
     * @param ledger as seen through that certificate
     * @throws SharingException if the ledger does not answer, or refuses
     */
    public Member confirm(RecordLedger ledger) throws SharingException {
        var application = applied();
        var known = ledger.evaluate(new FindMemberByKey(application.key().digest()))
                .member()
                .filter(this::isConfirmed);
        return known.isPresent() ? known.get() : ledger.submit(new ConfirmMembership(application.member()));
    }

    private boolean isConfirmed(Member member) {
        return member.status() == MemberStatus.ACTIVE
                && member.certificate().equals(certificate().map(EnrollmentMemory::encode));
    }

    private ClinicianApplication applied() {
        return application().orElseThrow(() -> new IllegalStateException("there is no application yet"));
    }
}
