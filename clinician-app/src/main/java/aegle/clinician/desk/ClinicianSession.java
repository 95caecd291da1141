// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.vault.KeyVault;
import aegle.desktop.unlock.HeldParts;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.record.EncryptionPublicKey;
import aegle.record.MspId;
import aegle.record.member.ProfessionalData;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
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
    private final Keys keys;
    private final SealedStore memory;
    private final MembershipDirectory membership;
    private final HeldParts parts;
    private final ClinicianEnrollment enrollment;
    private Optional<NetworkDesk> desk = Optional.empty();

    private ClinicianSession(
            NetworkAccess access,
            NetworkDesk.Surroundings surroundings,
            Keys keys,
            SealedStore memory,
            HeldParts opened) {
        this.access = access;
        this.surroundings = surroundings;
        this.keys = keys;
        this.memory = memory;
        membership = opened.hold(access.membership(), MembershipDirectory::close);
        enrollment = new ClinicianEnrollment(
                new ClinicianEnrollment.Surroundings(access.network(), surroundings.clock(), surroundings.random()),
                membership,
                memory,
                keys.signing());
        parts = opened.handOver();
    }

    /**
     * Open a session with the keys of an unlocked vault, which are made first if there are none yet.
     *
     * @throws MemoryUnusableException if the program's memory cannot be opened; then nothing stays open
     * @throws IOException if new keys cannot be saved
     */
    public static ClinicianSession open(KeyVault vault, NetworkAccess access, NetworkDesk.Surroundings surroundings)
            throws IOException {
        var vaulted = new VaultedKeys(vault);
        if (!vaulted.hasKeys()) {
            vaulted.makeClinicianKeys(surroundings.random());
        }
        byte[] key = vaulted.withMemoryKey(byte[]::clone);
        try (var opened = new HeldParts()) {
            var keys = new Keys(
                    opened.hold(vaulted.signingKey(), SigningKeyPair::close),
                    opened.hold(vaulted.encryptionKey(), EncryptionKeyPair::close));
            SealedStore memory =
                    opened.hold(access.memory(surroundings.folder().resolve("memory.db"), key), SealedStore::close);
            return new ClinicianSession(access, surroundings, keys, memory, opened);
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
                hospital, EncryptionPublicKey.of(keys.encryption().recipient().bytes()), professional);
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
        try (RecordLedger ledger = access.ledger(certificate.get(), keys.signing())) {
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
        parts.close();
    }

    private NetworkDesk setUpDesk() {
        ClinicianApplication application =
                application().orElseThrow(() -> new IllegalStateException("only a member has a desk"));
        X509Certificate certificate =
                enrollment.certificate().orElseThrow(() -> new IllegalStateException("only a member has a desk"));
        try (var opened = new HeldParts()) {
            RecordLedger ledger = opened.hold(access.ledger(certificate, keys.signing()), RecordLedger::close);
            RecordStore store = opened.hold(access.store(), RecordStore::close);
            var made = new NetworkDesk(
                    new NetworkDesk.Ports(ledger, store, membership, memory),
                    new ClinicianKeys(application.member(), keys.signing(), keys.encryption()),
                    application.professional().name(),
                    surroundings);
            opened.handOver();
            return made;
        }
    }

    private record Keys(SigningKeyPair signing, EncryptionKeyPair encryption) {
        @Override
        public String toString() {
            return "Keys[secret]";
        }
    }
}
