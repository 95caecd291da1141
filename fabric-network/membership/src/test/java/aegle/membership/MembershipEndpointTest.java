// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.ca.TlsAuthority;
import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.codec.LedgerCodec;
import aegle.sharing.enrollment.CertificateRequest;
import aegle.sharing.enrollment.MembershipCall;
import aegle.sharing.enrollment.MembershipCall.Apply;
import aegle.sharing.enrollment.MembershipCall.CollectCertificate;
import aegle.sharing.enrollment.MembershipCall.EnrollPatient;
import aegle.sharing.enrollment.MembershipCall.FetchRevocations;
import aegle.sharing.enrollment.MembershipCall.Issued;
import aegle.sharing.enrollment.MembershipCall.ListApplications;
import aegle.sharing.enrollment.MembershipCall.Refusal;
import aegle.sharing.enrollment.OfficerAuthorization;
import aegle.sharing.enrollment.OfficerStatement;
import aegle.sharing.enrollment.RefusalCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipEndpointTest {
    @TempDir
    Path folder;

    private MembershipRoom room;
    private HttpClient http;

    @BeforeEach
    void open() throws Exception {
        room = new MembershipRoom(folder);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", room.tls().root());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        http = HttpClient.newBuilder().sslContext(context).build();
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        room.close();
    }

    @Test
    void body_that_is_too_large_is_refused() throws Exception {
        assertRefused(RefusalCode.REQUEST_TOO_LARGE, post("apply", new byte[MembershipCall.MAX_REQUEST + 1]));
    }

    @Test
    void endless_body_does_not_harm_the_service() throws Exception {
        try {
            assertEquals(413, post("apply", new byte[32 * 1024 * 1024]).statusCode());
        } catch (IOException _) {
            // the service may also hang up while the body is still on its way
        }
        assertServes();
    }

    @Test
    void garbage_is_refused() throws Exception {
        var garbage = new byte[2_000];
        room.random.nextBytes(garbage);

        assertRefused(RefusalCode.REQUEST_MALFORMED, post("apply", garbage));
        assertRefused(RefusalCode.REQUEST_MALFORMED, post("enroll-patient", new byte[0]));
        assertServes();
    }

    @Test
    void body_of_another_call_is_refused() throws Exception {
        assertRefused(RefusalCode.REQUEST_MALFORMED, post("collect-certificate", enrollment()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-call", "", "../v1/apply", "Apply"})
    void unknown_call_is_refused(String path) throws Exception {
        assertRefused(RefusalCode.CALL_UNKNOWN, post(path, enrollment()));
    }

    @Test
    void other_methods_than_post_are_refused() throws Exception {
        var request = HttpRequest.newBuilder(uri("fetch-revocations")).GET().build();

        assertEquals(404, http.send(request, BodyHandlers.ofByteArray()).statusCode());
    }

    @Test
    void request_whose_signature_is_not_of_its_key_is_refused() throws Exception {
        try (var key = SigningKeyPair.generate(room.random);
                var other = SigningKeyPair.generate(room.random)) {
            String der = CertificateRequest.of(key).der().hex();
            String forged = der.replace(
                    Bytes.of(key.publicKey()).hex(), Bytes.of(other.publicKey()).hex());
            var call = new EnrollPatient(new CertificateRequest(Bytes.ofHex(forged)));

            assertRefused(RefusalCode.PROOF_INVALID, post("enroll-patient", LedgerCodec.encode(call)));
        }
    }

    @Test
    void bytes_that_are_no_certificate_request_are_refused() throws Exception {
        var call =
                new EnrollPatient(new CertificateRequest(Bytes.of("no request".getBytes(StandardCharsets.US_ASCII))));

        assertRefused(RefusalCode.REQUEST_MALFORMED, post("enroll-patient", LedgerCodec.encode(call)));
    }

    @Test
    void application_with_a_wrong_npi_is_refused() throws Exception {
        var applicant = Applicant.at(Applicant.HOSPITAL);
        var call = new Apply(applicant.application(), CertificateRequest.of(applicant.key()));
        String wrong =
                new String(LedgerCodec.encode(call), StandardCharsets.ISO_8859_1).replace("1234567893", "1234567894");

        assertRefused(RefusalCode.REQUEST_MALFORMED, post("apply", wrong.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void officers_request_counts_once_even_after_a_restart() throws Exception {
        var call = listing(room.officer(Applicant.HOSPITAL));
        assertEquals(200, post("list-applications", call).statusCode());

        assertRefused(RefusalCode.REQUEST_REPEATED, post("list-applications", call));
        room.restart();
        assertRefused(RefusalCode.REQUEST_REPEATED, post("list-applications", call));
    }

    @Test
    void who_asks_too_much_is_refused_and_officers_are_not() throws Exception {
        byte[] question = LedgerCodec.encode(new FetchRevocations());
        for (int i = 0; i < 300; i++) {
            assertEquals(200, post("fetch-revocations", question).statusCode());
        }

        assertRefused(RefusalCode.TOO_MANY_REQUESTS, post("fetch-revocations", question));
        assertRefused(RefusalCode.TOO_MANY_REQUESTS, post("collect-certificate", collection()));
        assertEquals(
                200,
                post("list-applications", listing(room.officer(Applicant.HOSPITAL)))
                        .statusCode());
        assertServes();
        room.clock.move(Duration.ofMillis(100));
        assertEquals(200, post("fetch-revocations", question).statusCode());
    }

    @Test
    void service_speaks_modern_tls_only() throws Exception {
        var response = post("enroll-patient", enrollment());

        assertTrue(response.sslSession().orElseThrow().getProtocol().matches("TLSv1\\.[23]"));
    }

    @Test
    void roots_lie_in_files_that_only_their_owner_may_read() throws Exception {
        for (String name : new String[] {"membership-root.pem", "tls-root.pem"}) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(folder.resolve(name)));
        }
    }

    @Test
    void damaged_root_is_not_replaced_by_a_new_one() throws Exception {
        var elsewhere = folder.resolve("elsewhere");
        Files.createDirectories(elsewhere);
        Files.writeString(elsewhere.resolve("tls-root.pem"), "damaged");

        assertThrows(IOException.class, () -> TlsAuthority.open(elsewhere, room.clock, room.random));
        assertEquals("damaged", Files.readString(elsewhere.resolve("tls-root.pem")));
    }

    private byte[] listing(MembershipRoom.Officer officer) throws Exception {
        var statement = new OfficerStatement(
                LedgerOfMembers.NETWORK,
                "list-applications",
                Bytes.empty(),
                Bytes.of(officer.certificate().getEncoded()),
                room.clock.instant(),
                Bytes.of(new byte[OfficerStatement.NONCE_LENGTH]));
        var authorization = OfficerAuthorization.sign(statement, officer.key());
        return LedgerCodec.encode(new ListApplications(Optional.empty(), authorization));
    }

    private byte[] collection() {
        try (var key = SigningKeyPair.generate(room.random)) {
            return LedgerCodec.encode(new CollectCertificate(MemberId.random(room.random), CertificateRequest.of(key)));
        }
    }

    private byte[] enrollment() {
        try (var key = SigningKeyPair.generate(room.random)) {
            return LedgerCodec.encode(new EnrollPatient(CertificateRequest.of(key)));
        }
    }

    private URI uri(String path) {
        return URI.create(room.url() + MembershipCall.ROOT + path);
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private void assertServes() throws Exception {
        var response = post("enroll-patient", enrollment());
        assertEquals(200, response.statusCode());
        assertTrue(
                LedgerCodec.decode(Issued.class, response.body()).certificate().isPresent());
    }

    private static void assertRefused(RefusalCode code, HttpResponse<byte[]> response) throws Exception {
        assertEquals(code.status(), response.statusCode());
        assertEquals(code, LedgerCodec.decode(Refusal.class, response.body()).code());
    }
}
