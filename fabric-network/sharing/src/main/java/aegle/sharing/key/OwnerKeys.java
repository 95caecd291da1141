// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.crypto.Digest;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.pseudonym.LinkWords;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.RecordKey;
import aegle.record.EncryptionPublicKey;
import aegle.record.PatientPseudonym;
import aegle.record.SigningPublicKey;
import aegle.record.command.TaggedSignature;
import java.security.SecureRandom;

/**
 * All keys of one patient under one pseudonym: SKAES_P, SKS_P, SKE_P, and who she is. They live in the wallet's vault and nowhere
 * else; closing wipes them.
 */
public final class OwnerKeys implements AutoCloseable {
    private final RecordKey root;
    private final SigningKeyPair signing;
    private final EncryptionKeyPair encryption;
    private final UniquelyIdentifiableInformation person;
    private final PatientPseudonym pseudonym;

    public OwnerKeys(
            RecordKey root,
            SigningKeyPair signing,
            EncryptionKeyPair encryption,
            UniquelyIdentifiableInformation person) {
        this.root = root;
        this.signing = signing;
        this.encryption = encryption;
        this.person = person;
        try (var pseudonymKey = root.pseudonymKey()) {
            this.pseudonym = PatientPseudonym.of(pseudonymKey.pseudonym(person).bytes());
        }
    }

    public static OwnerKeys generate(UniquelyIdentifiableInformation person, SecureRandom random) {
        return new OwnerKeys(
                RecordKey.generate(random),
                SigningKeyPair.generate(random),
                EncryptionKeyPair.generate(random),
                person);
    }

    public RecordKey root() {
        return root;
    }

    public SigningKeyPair signing() {
        return signing;
    }

    public EncryptionKeyPair encryption() {
        return encryption;
    }

    public UniquelyIdentifiableInformation person() {
        return person;
    }

    public PatientPseudonym pseudonym() {
        return pseudonym;
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

    /** The six words that the hospital's screen must show, too. */
    public LinkWords linkWords() {
        return LinkWords.of(Digest.of(pseudonym.value().toByteArray()), signing.publicKey());
    }

    @Override
    public void close() {
        root.close();
        signing.close();
        encryption.close();
    }

    @Override
    public String toString() {
        return "OwnerKeys[secret]";
    }
}
