// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.local.SqliteSealedStore;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.devnet.process.Wait;
import aegle.record.EncryptionPublicKey;
import aegle.record.member.MemberStatus;
import aegle.record.member.ProfessionalData;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianEnrollment;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dr. Maya Chen, enrolled at the first hospital by the office, which is opened for it. */
final class InventedClinician implements AutoCloseable {
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    final SigningKeyPair keys;
    final X509Certificate certificate;
    /** As the ledger has it after she has confirmed her keys. */
    final MemberStatus status;

    InventedClinician(FabricNetwork network, Path memoryFile) throws SharingException, IOException {
        var random = new SecureRandom();
        this.keys = SigningKeyPair.generate(random);
        network.node("office").start();
        try (var encryption = EncryptionKeyPair.generate(random);
                var membership = new HttpMembershipDirectory(network.profile(), CLOCK, random);
                var memory = SqliteSealedStore.open(memoryFile, new byte[32], random)) {
            var enrollment = new ClinicianEnrollment(
                    new ClinicianEnrollment.Surroundings(network.profile().network(), CLOCK, random),
                    membership,
                    memory,
                    keys);
            enrollment.apply(
                    network.hospitals().getFirst().id(),
                    EncryptionPublicKey.of(encryption.recipient().bytes()),
                    new ProfessionalData("Dr. Maya Chen", "1234567893", "2085R0001X"));

            Wait.until(LIMIT, () -> collected(enrollment) ? Optional.empty() : Optional.of("no certificate"));

            this.certificate = enrollment.certificate().orElseThrow();
            try (var ledger = new FabricRecordLedger(network.profile(), certificate, keys, CLOCK)) {
                this.status = enrollment.confirm(ledger).status();
            }
        } finally {
            network.node("office").kill();
        }
    }

    private static boolean collected(ClinicianEnrollment enrollment) throws IOException {
        try {
            return enrollment.collect().isPresent();
        } catch (SharingException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        keys.close();
    }
}
