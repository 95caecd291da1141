// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.KeyDigest;
import aegle.record.SigningPublicKey;
import aegle.record.call.MemberCalls;
import aegle.record.call.MemberCalls.AttestMember;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.call.MemberCalls.ListHospitalMembers;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.MemberCalls.RenewAttestation;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.member.Attestation;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an officer decides about her hospital's clinicians, with her own key. The membership service only passes applications on:
 * whoever is proposed is checked here, and the second officer attests what the ledger has.
 */
public final class MemberApproval {
    private static final int MAX_PAGES = 500;

    private final MembershipDirectory membership;
    private final RecordLedger ledger;
    private final X509Certificate certificate;
    private final SigningKeyPair key;

    /**
     * An officer at work.
     *
     * @param ledger as seen through {@code certificate}
     */
    public MemberApproval(
            MembershipDirectory membership, RecordLedger ledger, X509Certificate certificate, SigningKeyPair key) {
        this.membership = membership;
        this.ledger = ledger;
        this.certificate = certificate;
        this.key = key;
    }

    /** The officer's key, by which the ledger knows her. */
    public KeyDigest officer() {
        return SigningPublicKey.of(key.publicKey()).digest();
    }

    /**
     * Everybody at her hospital who waits for an officer: first whoever waits for a second one, new or for a renewal, then
     * applications that nobody has taken up.
     * Applications whose keys do not hang together are left out.
     *
     * @throws SharingException if ledger or membership service do not answer, or refuse
     */
    public List<PendingMember> pending() throws SharingException {
        var pending = new ArrayList<PendingMember>();
        for (Member member : halfAttested()) {
            pending.add(new PendingMember(ClinicianApplication.of(member), Optional.of(member)));
        }
        for (ClinicianApplication application : membership.pendingApplications(certificate, key)) {
            if (application.isVouchedFor(ledger.network()) && isUnknown(application)) {
                pending.add(new PendingMember(application, Optional.empty()));
            }
        }
        return List.copyOf(pending);
    }

    private List<Member> halfAttested() throws SharingException {
        var proposed = new ArrayList<Member>();
        String bookmark = "";
        int pages = 0;
        do {
            var page = ledger.evaluate(new ListHospitalMembers(MemberCalls.MAX_PAGE, bookmark));
            page.members().stream()
                    .filter(MemberApproval::waitsForSecondOfficer)
                    .forEach(proposed::add);
            bookmark = page.bookmark();
            pages++;
        } while (!bookmark.isEmpty() && pages < MAX_PAGES);
        return proposed;
    }

    private static boolean waitsForSecondOfficer(Member member) {
        return member.status() != MemberStatus.REVOKED
                && member.attestation().secondOfficer().isEmpty();
    }

    private boolean isUnknown(ClinicianApplication application) throws SharingException {
        return ledger.evaluate(new FindMemberByKey(application.key().digest()))
                .member()
                .isEmpty();
    }

    /**
     * Say on the ledger, as the first officer, that the applicant is who she says.
     *
     * @param attestation names this officer as the first
     * @throws SharingException if the ledger does not answer, or refuses
     * @throws IllegalArgumentException if the attestation is another officer's, or the applicant's keys do not hang together
     */
    public Member propose(ClinicianApplication application, Attestation attestation) throws SharingException {
        requireOwn(attestation);
        if (!application.isVouchedFor(ledger.network())) {
            throw new IllegalArgumentException("the applicant's encryption key is not vouched for by her signing key");
        }
        return ledger.submit(new ProposeMember(
                application.member(),
                application.hospital(),
                application.key(),
                application.encryptionKey(),
                application.keyStatement(),
                application.professional(),
                attestation));
    }

    /**
     * Confirm on the ledger, as the second officer, what the first has said. Repeating it changes nothing.
     *
     * @param proposed as this officer has seen her: if the ledger has changed since, it refuses
     * @throws SharingException if the ledger does not answer, or refuses
     */
    public Member attest(Member proposed) throws SharingException {
        Member now = ledger.evaluate(new FindMember(proposed.id()));
        boolean done = now.version() == proposed.version() + 1
                && now.attestation().secondOfficer().equals(Optional.of(officer()));
        return done ? now : ledger.submit(new AttestMember(proposed.id(), proposed.version()));
    }

    /**
     * Attest a member anew, as the first officer, before the old attestation lapses; a second officer completes it.
     *
     * @param attestation names this officer as the first
     * @throws SharingException if the ledger does not answer, or refuses
     */
    public Member renew(Member member, Attestation attestation) throws SharingException {
        requireOwn(attestation);
        return ledger.submit(new RenewAttestation(member.id(), attestation, member.version()));
    }

    private void requireOwn(Attestation attestation) {
        if (!attestation.firstOfficer().equals(officer())) {
            throw new IllegalArgumentException("an officer attests in her own name");
        }
    }

    /**
     * End a membership, at once and for good.
     *
     * @throws SharingException if the ledger does not answer, or refuses
     */
    public Member revoke(Member member) throws SharingException {
        return ledger.submit(new RevokeMember(member.id(), member.version()));
    }
}
