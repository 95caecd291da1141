// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.record.EncryptionPublicKey;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;

/** What a clinician tells the membership service and, through it, the officers of her hospital. Public data only. */
public record ClinicianApplication(
        MemberId member,
        MspId hospital,
        SigningPublicKey key,
        EncryptionPublicKey encryptionKey,
        TaggedSignature keyStatement,
        ProfessionalData professional) {

    /** What the ledger already has of an applicant. */
    public static ClinicianApplication of(Member member) {
        return new ClinicianApplication(
                member.id(),
                member.hospital(),
                member.key(),
                member.encryptionKey(),
                member.keyStatement(),
                member.professional());
    }

    /** Tells whether the holder of the signing key says that the encryption key is hers, on that network. */
    public boolean isVouchedFor(NetworkId network) {
        return new SignedStatement.EncryptionKey(network, member.value(), encryptionKey).isSignedBy(key, keyStatement);
    }
}
