// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.EncryptionPublicKey;
import aegle.record.MemberId;
import aegle.record.SigningPublicKey;
import aegle.record.command.TaggedSignature;

/** One clinician's keys, SKS_D and SKE_D, and her number on the ledger. Closing wipes them. */
public final class ClinicianKeys implements AutoCloseable {
    private final MemberId member;
    private final SigningKeyPair signing;
    private final EncryptionKeyPair encryption;

    public ClinicianKeys(MemberId member, SigningKeyPair signing, EncryptionKeyPair encryption) {
        this.member = member;
        this.signing = signing;
        this.encryption = encryption;
    }

    public MemberId member() {
        return member;
    }

    public SigningKeyPair signing() {
        return signing;
    }

    public EncryptionKeyPair encryption() {
        return encryption;
    }

    public SigningPublicKey signingPublicKey() {
        return SigningPublicKey.of(signing.publicKey());
    }

    public EncryptionPublicKey encryptionPublicKey() {
        return EncryptionPublicKey.of(encryption.recipient().bytes());
    }

    public TaggedSignature sign(byte[] message) {
        return TaggedSignature.of(signing.sign(message));
    }

    @Override
    public void close() {
        signing.close();
        encryption.close();
    }

    @Override
    public String toString() {
        return "ClinicianKeys[secret]";
    }
}
