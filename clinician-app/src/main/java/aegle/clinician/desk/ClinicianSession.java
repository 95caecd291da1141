// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.vault.KeyVault;
import aegle.record.EncryptionPublicKey;
import aegle.record.MspId;
import aegle.record.member.ProfessionalData;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import aegle.sharing.enrollment.ClinicianEnrollment;
import aegle.sharing.key.ClinicianKeys;
import aegle.sharing.key.VaultedKeys;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/**
 * From unlocking to locking: holds copies of the vault's keys and the sealed memory, enrolls, and then has a desk. The vault itself
 * may be locked as soon as this is open. Closing wipes the keys.
 */
public final class ClinicianSession implements AutoCloseable {
    private static final String CONFIRMED = "enrollment/clinician/confirmed";

    private final NetworkAccess access;
    private final NetworkDesk.Surroundings surroundings;
    private final SigningKeyPair signing;
    private final EncryptionKeyPair encryption;
    private final SealedStore memory;
    private final MembershipDirectory membership;
    private final ClinicianEnrollment enrollment;
    private Optional<NetworkDesk> desk = Optional.empty();

    private ClinicianSession(
            VaultedKeys vaulted, SealedStore memory, NetworkAccess access, NetworkDesk.Surroundings surroundings) {
        this.access = access;
        this.surroundings = surroundings;
        this.memory = memory;
        signing = vaulted.signingKey();
        encryption = vaulted.encryptionKey();
        membership = access.membership();
        enrollment = new ClinicianEnrollment(
                new ClinicianEnrollment.Surroundings(access.network(), surroundings.clock(), surroundings.random()),
                membership,
                memory,
                signing);
    }

    /**
     * Open a session with the keys of an unlocked vault, which are made first if there are none yet.
     *
     * @throws MemoryUnusableException if the program's memory cannot be opened
     * @throws IOException if new keys cannot be saved
     */
    public static ClinicianSession open(KeyVault vault, NetworkAccess access, NetworkDesk.Surroundings surroundings)
            throws IOException {
        var vaulted = new VaultedKeys(vault);
        if (!vaulted.hasKeys()) {
            vaulted.makeClinicianKeys(surroundings.random());
        }
        byte[] key = vaulted.withMemoryKey(byte[]::clone);
        try {
            SealedStore memory = access.memory(surroundings.folder().resolve("memory.db"), key);
            return new ClinicianSession(vaulted, memory, access, surroundings);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** What she has applied with. */
    public Optional<ClinicianApplication> application() {
        return enrollment.application();
    }

    /** Apply at a hospital, or correct what was sent before. */
    public ClinicianApplication apply(MspId hospital, ProfessionalData professional) throws SharingException {
        memory.remove(CONFIRMED);
        return enrollment.apply(
                hospital, EncryptionPublicKey.of(encryption.recipient().bytes()), professional);
    }

    /** Tells whether she is a member, as far as this computer knows; asks nobody. */
    public boolean isEnrolled() {
        return application().isPresent()
                && enrollment.certificate().isPresent()
                && memory.find(CONFIRMED).isPresent();
    }

    /**
     * Ask whether the officers have decided, and join if they have.
     *
     * @return false while they have not
     */
    public boolean joins() throws SharingException {
        Optional<X509Certificate> certificate = enrollment.collect();
        if (certificate.isEmpty()) {
            return false;
        }
        try (RecordLedger ledger = access.ledger(certificate.get(), signing)) {
            enrollment.confirm(ledger);
        }
        memory.put(CONFIRMED, new byte[] {1});
        return true;
    }

    /** The enrolled clinician's desk; the same each time. */
    public synchronized NetworkDesk desk() {
        NetworkDesk current = desk.orElseGet(this::setUpDesk);
        desk = Optional.of(current);
        return current;
    }

    @Override
    public synchronized void close() {
        desk.ifPresent(NetworkDesk::close);
        desk = Optional.empty();
        membership.close();
        memory.close();
        signing.close();
        encryption.close();
    }

    private NetworkDesk setUpDesk() {
        ClinicianApplication application =
                application().orElseThrow(() -> new IllegalStateException("only a member has a desk"));
        X509Certificate certificate =
                enrollment.certificate().orElseThrow(() -> new IllegalStateException("only a member has a desk"));
        var ports = new NetworkDesk.Ports(access.ledger(certificate, signing), access.store(), membership, memory);
        return new NetworkDesk(
                ports,
                new ClinicianKeys(application.member(), signing, encryption),
                application.professional().name(),
                surroundings);
    }
}
