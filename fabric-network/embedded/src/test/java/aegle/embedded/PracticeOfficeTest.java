// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.EncryptionPublicKey;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.SigningPublicKey;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.member.ProfessionalData;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PracticeOfficeTest {
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final MspId NORTH = PracticeHospital.NORTH.id();
    private static final MspId LAKESIDE = PracticeHospital.LAKESIDE.id();

    private EmbeddedNetwork network;
    private HttpMembershipDirectory membership;
    private PracticeOffice office;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        network = EmbeddedNetwork.start(folder, NetworkParts.standard(CLOCK, RANDOM));
        membership = new HttpMembershipDirectory(network.profile(), CLOCK, RANDOM);
        office = PracticeOffice.onDemand(network.profile(), network.officers(), CLOCK, RANDOM);
    }

    @AfterEach
    void close() {
        office.close();
        membership.close();
        network.close();
    }

    @Test
    void an_application_that_the_ledger_refuses_holds_up_nobody_behind_it() throws Exception {
        apply(NORTH, network.officers().getFirst().key());
        try (var key = SigningKeyPair.generate(RANDOM)) {
            MemberId applicant = apply(NORTH, key);

            assertFalse(office.decide());
            assertTrue(membership.collectCertificate(applicant, key).isPresent());
        }
    }

    @Test
    void an_officer_whose_key_fails_holds_up_no_other_hospital() throws Exception {
        network.officers().getFirst().key().close();
        try (var key = SigningKeyPair.generate(RANDOM)) {
            MemberId applicant = apply(LAKESIDE, key);

            assertFalse(office.decide());
            assertTrue(membership.collectCertificate(applicant, key).isPresent());
        }
    }

    @Test
    void whoever_waits_is_decided_about() throws Exception {
        try (var key = SigningKeyPair.generate(RANDOM)) {
            MemberId applicant = apply(NORTH, key);

            assertTrue(office.decide());
            assertTrue(membership.collectCertificate(applicant, key).isPresent());
        }
    }

    private MemberId apply(MspId hospital, SigningKeyPair key) throws SharingException {
        var member = MemberId.random(RANDOM);
        try (var encryption = EncryptionKeyPair.generate(RANDOM)) {
            var publicKey = EncryptionPublicKey.of(encryption.recipient().bytes());
            var statement = new SignedStatement.EncryptionKey(network.profile().network(), member.value(), publicKey);
            membership.apply(
                    new ClinicianApplication(
                            member,
                            hospital,
                            SigningPublicKey.of(key.publicKey()),
                            publicKey,
                            TaggedSignature.of(key.sign(statement.bytes())),
                            new ProfessionalData("Dr. Ada Invented", "1234567893", "2085R0001X")),
                    key);
        }
        return member;
    }
}
