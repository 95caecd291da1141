// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.EncryptionPublicKey;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.SigningPublicKey;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.ProfessionalData;
import aegle.sharing.enrollment.ClinicianApplication;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** An invented clinician who applies. */
record Applicant(SigningKeyPair key, ClinicianApplication application) {
    static final MspId HOSPITAL = new MspId("Hospital1MSP");
    static final MspId OTHER_HOSPITAL = new MspId("Hospital2MSP");

    private static final SecureRandom RANDOM = new SecureRandom();

    static Applicant at(MspId hospital) {
        return of(SigningKeyPair.generate(RANDOM), hospital);
    }

    static Applicant of(SigningKeyPair key, MspId hospital) {
        var encryptionKey = new byte[EncryptionPublicKey.LENGTH];
        RANDOM.nextBytes(encryptionKey);
        return of(key, MemberId.random(RANDOM), hospital, EncryptionPublicKey.of(encryptionKey));
    }

    private static Applicant of(SigningKeyPair key, MemberId number, MspId hospital, EncryptionPublicKey encryption) {
        var statement = new SignedStatement.EncryptionKey(LedgerOfMembers.NETWORK, number.value(), encryption);
        return new Applicant(
                key,
                new ClinicianApplication(
                        number,
                        hospital,
                        SigningPublicKey.of(key.publicKey()),
                        encryption,
                        TaggedSignature.of(key.sign(statement.bytes())),
                        new ProfessionalData("Dr. Ilse Ferndale", "1234567893", "2085R0001X")));
    }

    Applicant withKey(SigningKeyPair otherKey) {
        return of(otherKey, number(), application.hospital(), application.encryptionKey());
    }

    MemberId number() {
        return application.member();
    }

    KeyDigest keyDigest() {
        return application.key().digest();
    }

    Member onLedger(MemberStatus status, Instant due) {
        var officer = KeyDigest.of(new byte[KeyDigest.LENGTH]);
        var attestation =
                new Attestation(AttestationMethod.PRACTICE, Bytes.of(new byte[32]), due, officer, Optional.empty());
        return new Member(
                number(),
                application.hospital(),
                application.key(),
                application.encryptionKey(),
                application.keyStatement(),
                application.professional(),
                attestation,
                status,
                Optional.empty(),
                1);
    }
}
