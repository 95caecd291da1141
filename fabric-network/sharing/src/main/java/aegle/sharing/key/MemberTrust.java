// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.crypto.Digest;
import aegle.crypto.pseudonym.LinkWords;
import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.SigningPublicKey;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.member.Member;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Believes a member's keys only if they hang together: a certificate that chains to a pinned membership root, the same key on the
 * ledger, issued to this member's number, and PKE signed by that key. So one lying peer cannot slip in a key. Name and hospital are
 * that peer's word; the fingerprint words are what two people compare.
 */
public final class MemberTrust {
    private static final String COMMON_NAME = "CN";
    private static final String SIGNING_KEY = "signing-key/";

    private final RecordLedger ledger;
    private final MembershipDirectory membership;
    private final Optional<SealedStore> memory;
    private final ConcurrentMap<MemberId, SigningPublicKey> trusted = new ConcurrentHashMap<>();

    public MemberTrust(RecordLedger ledger, MembershipDirectory membership) {
        this(ledger, membership, Optional.empty());
    }

    private MemberTrust(RecordLedger ledger, MembershipDirectory membership, Optional<SealedStore> memory) {
        this.ledger = ledger;
        this.membership = membership;
        this.memory = memory;
    }

    /** The same trust, which also remembers signing keys beyond this run of the program: what it once believed needs no network. */
    public MemberTrust remembering(SealedStore kept) {
        return new MemberTrust(ledger, membership, Optional.of(kept));
    }

    /** The key that a member's documents are signed with, also when her certificate or membership has ended since. */
    public SigningPublicKey signingKey(MemberId id) throws SharingException {
        Optional<SigningPublicKey> known = Optional.ofNullable(trusted.get(id)).or(() -> remembered(id));
        if (known.isPresent()) {
            return known.get();
        }
        Member member = ledger.evaluate(new FindMember(id));
        X509Certificate certificate = certificate(member);
        membership.verifyOrigin(certificate);
        requireOwnKeys(member, certificate);
        if (!member.id().equals(id)) {
            throw new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS);
        }
        trusted.put(id, member.key());
        memory.ifPresent(kept -> kept.put(
                SIGNING_KEY + id.hex(), member.key().subjectPublicKeyInfo().toByteArray()));
        return member.key();
    }

    private Optional<SigningPublicKey> remembered(MemberId id) {
        return memory.flatMap(kept -> kept.find(SIGNING_KEY + id.hex())).map(SigningPublicKey::of);
    }

    /**
     * A member as the ledger has her now, her keys checked as by {@link #verify}.
     *
     * @throws RecordIntegrityException if they do not hang together
     */
    public Member member(MemberId id) throws SharingException {
        Member member = ledger.evaluate(new FindMember(id));
        if (!member.id().equals(id)) {
            throw new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS);
        }
        verify(member);
        return member;
    }

    /**
     * Check that a member's keys are hers and count today.
     *
     * @throws RecordIntegrityException if they do not hang together
     */
    public void verify(Member member) throws RecordIntegrityException {
        X509Certificate certificate = certificate(member);
        membership.verify(certificate);
        requireOwnKeys(member, certificate);
    }

    private void requireOwnKeys(Member member, X509Certificate certificate) throws RecordIntegrityException {
        boolean hers = isNamed(certificate, member.id())
                && SigningPublicKey.of(certificate.getPublicKey().getEncoded()).equals(member.key());
        if (!hers || !member.isEncryptionKeyVouchedFor(ledger.network())) {
            throw new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS);
        }
    }

    /** A clinician's certificate bears her number as its common name, so that nobody's certificate stands for somebody else. */
    private static boolean isNamed(X509Certificate certificate, MemberId id) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase(COMMON_NAME))
                            .map(Rdn::getValue)
                            .toList()
                            .equals(List.of(id.hex()));
        } catch (InvalidNameException e) {
            return false;
        }
    }

    private static X509Certificate certificate(Member member) throws RecordIntegrityException {
        return parse(member.certificate().orElseThrow(() -> new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS)));
    }

    /** The words by which two people can compare a clinician's keys face to face. */
    public static LinkWords fingerprintWords(Member member) {
        return LinkWords.ofDigest(Digest.sha256Of(
                member.key().subjectPublicKeyInfo().toByteArray(),
                member.encryptionKey().value().toByteArray()));
    }

    private static X509Certificate parse(Bytes certificate) throws RecordIntegrityException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate.toByteArray()));
        } catch (CertificateException e) {
            throw new RecordIntegrityException(IntegrityCheck.MEMBER_KEYS, e);
        }
    }
}
