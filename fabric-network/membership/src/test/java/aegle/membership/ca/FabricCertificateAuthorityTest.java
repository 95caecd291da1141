// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FabricCertificateAuthorityTest extends CertificateAuthorityTest<FabricCertificateAuthority> {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration SECONDS = Duration.ofSeconds(10);

    @TempDir
    static Path home;

    private static FabricCaServer server;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(FabricCaServer.program().isPresent(), "fabric-ca-server (Fabric CA 1.5) is not on PATH");
        server = FabricCaServer.start(home);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    FabricCertificateAuthority open(Path folder) throws Exception {
        return FabricCertificateAuthority.connect(server.settings(folder), Clock.systemUTC(), Requests.RANDOM);
    }

    @Override
    void close(FabricCertificateAuthority opened) {
        opened.close();
    }

    private static FabricCertificateAuthority open(FabricCaSettings settings, Duration deadline, Duration betweenLooks)
            throws CertificateAuthorityException {
        var pace = new FabricCertificateAuthority.Pace(deadline, betweenLooks);
        return FabricCertificateAuthority.connect(settings, Clock.systemUTC(), Requests.RANDOM, pace);
    }

    @Test
    void request_that_names_nobody_or_somebody_else_or_more_is_refused() throws Exception {
        String name = Requests.name();
        try (var key = Requests.key()) {
            assertRefused(Requests.patient(name, Requests.proven("", key)));
            assertRefused(Requests.patient(name, Requests.proven("CN=" + Requests.name(), key)));
            assertRefused(Requests.patient(name, Requests.proven("CN=" + name + ",O=Jane Example", key)));
        }
    }

    @Test
    void order_for_a_name_that_is_not_ours_changes_nothing_there() throws Exception {
        try (var key = Requests.key()) {
            CertificateOrder order = Requests.patient(FabricCaServer.REGISTRAR, key);

            var refusal = assertRefused(order);

            assertSays("somebody else", refusal);
            open(folder.resolve("another")).close();
        }
    }

    @Test
    void name_that_was_registered_by_a_try_that_ended_there_is_issued_to() throws Exception {
        String name = Requests.name();
        try (var key = Requests.key()) {
            ObjectNode identity =
                    JsonNodeFactory.instance.objectNode().put("id", name).put("type", "client");
            identity.putArray("attrs")
                    .addObject()
                    .put("name", "role")
                    .put("value", "patient")
                    .put("ecert", true);
            identity.put("max_enrollments", 1);
            asRegistrar(FabricCaCall.post("register", identity));

            assertArrayEquals(
                    key.publicKey(),
                    authority.issue(Requests.patient(name, key)).getPublicKey().getEncoded());
            authority.issue(Requests.patient(name, key));
        }
    }

    private void asRegistrar(FabricCaCall call) throws CertificateAuthorityException {
        FabricCaSettings settings = server.settings(folder);
        try (var connection = new FabricCaConnection(settings, DEADLINE);
                var registrar = registrar(settings, connection, Clock.systemUTC())) {
            registrar.ask(call).result("try");
        }
    }

    private Registrar registrar(FabricCaSettings settings, FabricCaConnection connection, Clock clock)
            throws CertificateAuthorityException {
        var enrollment = new RegistrarEnrollment(settings, connection, authority.root(), Requests.RANDOM);
        return new Registrar(connection, enrollment, clock);
    }

    @Test
    void somebody_else_who_enrolls_the_same_name_meanwhile_does_no_harm() throws Exception {
        String name = Requests.name();
        FabricCaSettings settings = server.settings(folder);
        try (var key = Requests.key();
                var connection = new FabricCaConnection(settings, DEADLINE);
                var registrar = registrar(settings, connection, Clock.systemUTC())) {
            ObjectNode change = JsonNodeFactory.instance.objectNode().put("secret", Requests.name());
            var interrupted = new ActingClock(() -> registrar.ask(FabricCaCall.put("identities/" + name, change)));

            var enrollment = new UserEnrollment(connection, registrar, interrupted, Requests.RANDOM);
            X509Certificate certificate = enrollment.enroll(Requests.patient(name, key));

            assertTrue(interrupted.hasActed());
            assertArrayEquals(key.publicKey(), certificate.getPublicKey().getEncoded());
        }
    }

    @Test
    void what_somebody_else_revokes_becomes_known_unasked() throws Exception {
        try (var key = Requests.key();
                var other = open(server.settings(folder), DEADLINE, Duration.ofMillis(200))) {
            X509Certificate certificate = authority.issue(Requests.patient(Requests.name(), key));
            assertFalse(other.isRevoked(certificate));

            authority.revoke(certificate);

            assertTimeoutPreemptively(SECONDS, () -> {
                while (!other.isRevoked(certificate)) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @Test
    void registrars_key_is_kept_for_its_owner_only_and_used_again() throws Exception {
        X509Certificate first = registrarsCertificate();

        authority.close();
        authority = open(folder);

        assertEquals(first, registrarsCertificate());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("registrar.pem"))));
    }

    @Test
    void registrar_enrolls_again_near_the_end_and_does_not_keep_on_enrolling() throws Exception {
        X509Certificate first = registrarsCertificate();
        Clock laterClock = Clock.offset(Clock.systemUTC(), Duration.ofDays(340));
        FabricCaSettings settings = server.settings(folder);

        try (var connection = new FabricCaConnection(settings, DEADLINE);
                var registrar = registrar(settings, connection, laterClock)) {
            registrar
                    .ask(FabricCaCall.get("identities/" + FabricCaServer.REGISTRAR))
                    .result("try");
            X509Certificate second = registrarsCertificate();
            registrar
                    .ask(FabricCaCall.get("identities/" + FabricCaServer.REGISTRAR))
                    .result("try");

            assertNotEquals(first, second);
            assertEquals(second, registrarsCertificate());
        }
    }

    @Test
    void registrar_who_is_no_longer_believed_enrolls_again() throws Exception {
        X509Certificate first = registrarsCertificate();

        authority.revoke(first);

        try (var key = Requests.key()) {
            assertArrayEquals(
                    key.publicKey(),
                    authority
                            .issue(Requests.patient(Requests.name(), key))
                            .getPublicKey()
                            .getEncoded());
        }
        assertNotEquals(first, registrarsCertificate());
    }

    private X509Certificate registrarsCertificate() throws IOException {
        try (CertifiedKey identity = CertifiedKey.read(folder.resolve("registrar.pem"))) {
            return identity.certificate();
        }
    }

    @Test
    void wrong_secret_is_a_clear_refusal_that_does_not_show_it() throws Exception {
        Path secret = folder.resolve("wrong-secret");
        Files.writeString(secret, "invented-and-wrong");
        FabricCaSettings right = server.settings(folder.resolve("new"));
        var settings =
                new FabricCaSettings(right.address(), right.tlsRoot(), right.registrar(), secret, right.folder());

        var refusal = assertThrows(CertificateAuthorityException.class, () -> open(settings, DEADLINE, SECONDS));

        assertSays("enroll the registrar", refusal);
        assertFalse(traceOf(refusal).contains("invented-and-wrong"));
        open(folder.resolve("new")).close();
    }

    @Test
    void server_under_another_tls_root_is_not_spoken_to() throws Exception {
        FabricCaSettings right = server.settings(folder.resolve("new"));
        var settings = new FabricCaSettings(
                right.address(), authority.root(), right.registrar(), right.registrarSecretFile(), right.folder());

        var failure = assertThrows(CertificateAuthorityException.class, () -> open(settings, DEADLINE, SECONDS));

        assertSays("cannot be trusted", failure);
    }

    @Test
    void server_that_has_another_root_than_before_is_refused() throws Exception {
        Path other = folder.resolve("other-server");
        try (var another = FabricCaServer.start(other)) {
            var failure = assertThrows(
                    CertificateAuthorityException.class, () -> open(another.settings(folder), DEADLINE, SECONDS));

            assertSays("root", failure);
        }
    }

    @Test
    void server_that_accepts_and_says_nothing_ends_in_time_in_a_clear_failure() throws Exception {
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            FabricCaSettings right = server.settings(folder.resolve("new"));
            var settings = new FabricCaSettings(
                    URI.create("https://127.0.0.1:" + mute.getLocalPort()),
                    right.tlsRoot(),
                    right.registrar(),
                    right.registrarSecretFile(),
                    right.folder());

            var failure = assertTimeoutPreemptively(
                    SECONDS,
                    () -> assertThrows(CertificateAuthorityException.class, () -> open(settings, SHORT, SECONDS)));

            assertSays("does not answer", failure);
        }
    }

    @Test
    void frozen_server_ends_in_a_clear_failure_and_is_used_again_when_it_goes_on() throws Exception {
        try (var key = Requests.key();
                var impatient = open(server.settings(folder), SHORT, DEADLINE)) {
            CertificateOrder order = Requests.patient(Requests.name(), key);
            X509Certificate revoked = impatient.issue(Requests.patient(Requests.name(), key));
            impatient.revoke(revoked);
            server.freeze();
            try {
                var failure = assertTimeoutPreemptively(
                        SECONDS, () -> assertThrows(CertificateAuthorityException.class, () -> impatient.issue(order)));
                assertSays("does not answer", failure);
                assertTrue(impatient.isRevoked(revoked));
            } finally {
                server.thaw();
            }

            assertArrayEquals(
                    key.publicKey(), authority.issue(order).getPublicKey().getEncoded());
        }
    }

    @Test
    void killed_server_ends_in_a_clear_failure_and_is_used_again_after_its_restart() throws Exception {
        try (var key = Requests.key()) {
            CertificateOrder order = Requests.patient(Requests.name(), key);
            X509Certificate before = authority.issue(order);
            authority.revoke(before);
            server.kill();
            try {
                assertSays("does not answer", assertRefused(order));
                assertThrows(CertificateAuthorityException.class, () -> authority.revocations());
                assertTrue(authority.isRevoked(before));
            } finally {
                server.startAgain();
            }

            X509Certificate after = authority.issue(order);

            assertFalse(authority.isRevoked(after));
            assertTrue(authority.revocations().isRevoked(before));
        }
    }

    private CertificateAuthorityException assertRefused(CertificateOrder order) {
        return assertThrows(CertificateAuthorityException.class, () -> authority.issue(order));
    }

    private static void assertSays(String part, Throwable failure) {
        assertTrue(String.valueOf(failure.getMessage()).contains(part), failure::toString);
    }

    private static String traceOf(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
