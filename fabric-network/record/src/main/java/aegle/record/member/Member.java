// SPDX-License-Identifier: Apache-2.0

package aegle.record.member;

import aegle.record.Bytes;
import aegle.record.EncryptionPublicKey;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import java.util.Optional;

/**
 * A clinician as the ledger knows her. Her certificate counts only while its key stands here and the status is active.
 *
 * @param keyStatement her signature, by SKS, that {@code encryptionKey} is hers
 * @param certificate DER, stored when she first confirms with it: readers check its chain to a pinned membership root
 */
public record Member(
        MemberId id,
        MspId hospital,
        SigningPublicKey key,
        EncryptionPublicKey encryptionKey,
        TaggedSignature keyStatement,
        ProfessionalData professional,
        Attestation attestation,
        MemberStatus status,
        Optional<Bytes> certificate,
        long version) {

    public boolean isEncryptionKeyVouchedFor(NetworkId network) {
        return new SignedStatement.EncryptionKey(network, id.value(), encryptionKey).isSignedBy(key, keyStatement);
    }

    public Member attested(Attestation confirmed) {
        return new Member(
                id,
                hospital,
                key,
                encryptionKey,
                keyStatement,
                professional,
                confirmed,
                certificate.isPresent() ? MemberStatus.ACTIVE : MemberStatus.ATTESTED,
                certificate,
                version + 1);
    }

    public Member confirmed(Bytes ownCertificate) {
        return new Member(
                id,
                hospital,
                key,
                encryptionKey,
                keyStatement,
                professional,
                attestation,
                MemberStatus.ACTIVE,
                Optional.of(ownCertificate),
                version + 1);
    }

    public Member renewed(Attestation proposed) {
        return new Member(
                id,
                hospital,
                key,
                encryptionKey,
                keyStatement,
                professional,
                proposed,
                status,
                certificate,
                version + 1);
    }

    public Member revoked() {
        return new Member(
                id,
                hospital,
                key,
                encryptionKey,
                keyStatement,
                professional,
                attestation,
                MemberStatus.REVOKED,
                certificate,
                version + 1);
    }
}
