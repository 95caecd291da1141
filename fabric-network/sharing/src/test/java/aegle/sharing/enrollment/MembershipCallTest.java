// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.EncryptionPublicKey;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.codec.LedgerCodec;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.member.ProfessionalData;
import aegle.sharing.enrollment.MembershipCall.ApplicationPage;
import aegle.sharing.enrollment.MembershipCall.Apply;
import aegle.sharing.enrollment.MembershipCall.FetchRevocations;
import aegle.sharing.enrollment.MembershipCall.ListApplications;
import aegle.sharing.enrollment.MembershipCall.Received;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MembershipCallTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final NetworkId NETWORK = NetworkId.of(new byte[NetworkId.LENGTH]);
    private static final NetworkId OTHER_NETWORK = NetworkId.ofHex("01".repeat(NetworkId.LENGTH));
    private static final String LONG_NAME = "\u4e00".repeat(100);

    @Test
    void paths_and_answers_follow_from_the_declaration() {
        assertEquals(Optional.of(ListApplications.class), MembershipCall.ofPath("list-applications"));
        assertEquals(Optional.of(FetchRevocations.class), MembershipCall.ofPath("fetch-revocations"));
        assertEquals(Optional.empty(), MembershipCall.ofPath("refusal"));
        assertEquals("fetch-revocations", new FetchRevocations().path());
        try (var key = SigningKeyPair.generate(RANDOM)) {
            assertEquals(Received.class, apply(key).answerType());
        }
    }

    @Test
    void call_survives_the_wire() throws Exception {
        try (var key = SigningKeyPair.generate(RANDOM)) {
            Apply call = apply(key);

            assertEquals(call, LedgerCodec.decode(Apply.class, LedgerCodec.encode(call)));
        }
    }

    @Test
    void fullest_page_fits_into_an_answer() {
        try (var key = SigningKeyPair.generate(RANDOM)) {
            var page = new ApplicationPage(
                    Collections.nCopies(MembershipCall.PAGE, apply(key).application()), true);

            assertTrue(LedgerCodec.encode(page).length <= MembershipCall.MAX_ANSWER);
        }
    }

    @Test
    void application_is_vouched_for_on_its_own_network_only() {
        try (var key = SigningKeyPair.generate(RANDOM)) {
            ClinicianApplication application = apply(key).application();

            assertTrue(application.isVouchedFor(NETWORK));
            assertFalse(application.isVouchedFor(OTHER_NETWORK));
        }
    }

    @Test
    void officers_statement_has_these_bytes() throws Exception {
        var nonce = new byte[OfficerStatement.NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        var statement = new OfficerStatement(
                OTHER_NETWORK,
                "list-applications",
                Bytes.of((byte) 7),
                Bytes.of((byte) 8, (byte) 9),
                Instant.ofEpochMilli(1_700_000_000_123L),
                Bytes.of(nonce));

        var expected = new ByteArrayOutputStream();
        var out = new DataOutputStream(expected);
        out.write("AEGLE-OFFICER-V1\0".getBytes(StandardCharsets.US_ASCII));
        field(out, OTHER_NETWORK.value().toByteArray());
        field(out, "list-applications".getBytes(StandardCharsets.US_ASCII));
        field(out, new byte[] {7});
        field(out, new byte[] {8, 9});
        out.writeInt(Long.BYTES);
        out.writeLong(1_700_000_000_123L);
        field(out, nonce);
        assertArrayEquals(expected.toByteArray(), statement.bytes());
    }

    private static void field(DataOutputStream out, byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    private static Apply apply(SigningKeyPair key) {
        var number = MemberId.random(RANDOM);
        var encryptionKey = EncryptionPublicKey.of(new byte[EncryptionPublicKey.LENGTH]);
        var statement = new SignedStatement.EncryptionKey(NETWORK, number.value(), encryptionKey);
        var application = new ClinicianApplication(
                number,
                new MspId("Hospital1MSP"),
                SigningPublicKey.of(key.publicKey()),
                encryptionKey,
                TaggedSignature.of(key.sign(statement.bytes())),
                new ProfessionalData(LONG_NAME, "1234567893", "2085R0001X"));
        return new Apply(application, CertificateRequest.of(key));
    }
}
