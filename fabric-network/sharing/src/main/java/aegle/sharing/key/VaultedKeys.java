// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.RecordKey;
import aegle.crypto.vault.KeyVault;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A participant's keys in her vault. Whoever reads them gets copies, and closes those.
 *
 * <p>Entries: {@code signing-key}, {@code encryption-key}, {@code memory-key}; a patient's also {@code record-key} and
 * {@code person}.
 */
public final class VaultedKeys {
    private static final String RECORD_KEY = "record-key";
    private static final String SIGNING_KEY = "signing-key";
    private static final String ENCRYPTION_KEY = "encryption-key";
    private static final String MEMORY_KEY = "memory-key";
    private static final String PERSON = "person";
    private static final int MEMORY_KEY_LENGTH = 32;

    private final KeyVault vault;

    public VaultedKeys(KeyVault vault) {
        this.vault = vault;
    }

    /** Tells whether keys have been made in this vault. */
    public boolean hasKeys() {
        return vault.names().contains(SIGNING_KEY);
    }

    /** Make a patient's keys and save the vault. */
    public void makePatientKeys(UniquelyIdentifiableInformation person, PatientCard card, SecureRandom random)
            throws IOException {
        try (var keys = OwnerKeys.generate(person, random)) {
            put(RECORD_KEY, keys.root().reveal());
            put(SIGNING_KEY, keys.signing().revealScalar());
            put(ENCRYPTION_KEY, keys.encryption().revealSeed());
        }
        put(PERSON, LedgerCodec.encode(PersonForm.of(person, card)));
        makeMemoryKey(random);
        vault.save();
    }

    /** Make a clinician's keys and save the vault. */
    public void makeClinicianKeys(SecureRandom random) throws IOException {
        try (var signing = SigningKeyPair.generate(random);
                var encryption = EncryptionKeyPair.generate(random)) {
            put(SIGNING_KEY, signing.revealScalar());
            put(ENCRYPTION_KEY, encryption.revealSeed());
        }
        makeMemoryKey(random);
        vault.save();
    }

    public OwnerKeys ownerKeys() {
        return new OwnerKeys(use(RECORD_KEY, RecordKey::of), signingKey(), encryptionKey(), person().person());
    }

    public SigningKeyPair signingKey() {
        return use(SIGNING_KEY, SigningKeyPair::ofScalar);
    }

    public EncryptionKeyPair encryptionKey() {
        return use(ENCRYPTION_KEY, EncryptionKeyPair::ofSeed);
    }

    /** What clinicians will see of the patient. */
    public PatientCard card() {
        return person().card();
    }

    /** Uses a copy of the key that seals the program's memory on disk; the copy is wiped afterwards. */
    public <T> T withMemoryKey(Function<byte[], T> use) {
        return use(MEMORY_KEY, use);
    }

    private void makeMemoryKey(SecureRandom random) {
        var memoryKey = new byte[MEMORY_KEY_LENGTH];
        random.nextBytes(memoryKey);
        put(MEMORY_KEY, memoryKey);
    }

    private void put(String name, byte[] secret) {
        try {
            vault.put(name, secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private <T> T use(String name, Function<byte[], T> reading) {
        byte[] secret = vault.entry(name).orElseThrow(() -> new IllegalStateException("the vault has no " + name));
        try {
            return reading.apply(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private PersonForm person() {
        return use(PERSON, bytes -> {
            try {
                return LedgerCodec.decode(PersonForm.class, bytes);
            } catch (LedgerFormatException e) {
                throw new IllegalStateException("the vault holds a foreign person", e);
            }
        });
    }

    /** Who the patient is, as the vault keeps it. Dates are ISO; an unused field is empty. */
    public record PersonForm(
            String socialSecurityNumber,
            String birthDate,
            String name,
            String address,
            String postcode,
            String shownName,
            String shownBirthDate,
            List<String> hospitalNumbers) {

        static PersonForm of(UniquelyIdentifiableInformation person, PatientCard card) {
            return new PersonForm(
                    person.socialSecurityNumber().orElse(""),
                    person.birthDate().map(LocalDate::toString).orElse(""),
                    person.name().orElse(""),
                    person.address().orElse(""),
                    person.postcode().orElse(""),
                    card.name(),
                    card.birthDate().toString(),
                    card.hospitalNumbers());
        }

        UniquelyIdentifiableInformation person() {
            return new UniquelyIdentifiableInformation(
                    present(socialSecurityNumber),
                    present(birthDate).map(LocalDate::parse),
                    present(name),
                    present(address),
                    present(postcode));
        }

        PatientCard card() {
            return new PatientCard(shownName, LocalDate.parse(shownBirthDate), hospitalNumbers);
        }

        private static Optional<String> present(String text) {
            return Optional.of(text).filter(value -> !value.isEmpty());
        }

        @Override
        public String toString() {
            return "PersonForm[personal]";
        }
    }
}
