// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthority;
import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;

/**
 * A Fabric CA server (1.5) as the issuer of users' certificates, for the real network; it is spoken to by its REST API. The
 * certificates are those of {@link InProcessCertificateAuthority}: {@code CN=name, OU=client}, the order's attributes alone, valid for
 * a year, low-S. Each is compared with its order before it is handed out.
 *
 * <p>Differs in this: Fabric CA issues only to a request that itself says {@code CN=name} and nothing else; one that names nobody or
 * somebody else is refused.
 *
 * <p>Each call to the server has ten seconds; a server that does not answer ends in an exception, and the call may be repeated, at
 * whatever step the last one ended. What others have revoked at the server is known here within half a minute.
 */
public final class FabricCertificateAuthority implements CertificateAuthority, AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final FabricCaConnection connection;
    private final X509Certificate root;
    private final Registrar registrar;
    private final UserEnrollment enrollment;
    private final RevocationWatch revocations;
    private final Clock clock;

    private FabricCertificateAuthority(
            FabricCaSettings settings, FabricCaConnection connection, Clock clock, SecureRandom random)
            throws CertificateAuthorityException {
        this.connection = connection;
        this.clock = clock;
        this.root = new PinnedRoot(settings.folder()).agreedWith(connection);
        this.registrar = new Registrar(connection, new RegistrarEnrollment(settings, connection, root, random), clock);
        this.enrollment = new UserEnrollment(connection, registrar, clock, random);
        this.revocations = new RevocationWatch(registrar, root, clock);
    }

    /**
     * Meet the server: get its root, enroll the registrar if that was not done before, and get the list of what is revoked.
     *
     * @throws CertificateAuthorityException if the server does not answer or is not the one that was known before, or the registrar
     *     is refused
     */
    public static FabricCertificateAuthority connect(FabricCaSettings settings, Clock clock, SecureRandom random)
            throws CertificateAuthorityException {
        return connect(settings, clock, random, new Pace(DEADLINE, RevocationWatch.BETWEEN_LOOKS));
    }

    static FabricCertificateAuthority connect(FabricCaSettings settings, Clock clock, SecureRandom random, Pace pace)
            throws CertificateAuthorityException {
        var connection = new FabricCaConnection(settings, pace.deadline());
        boolean met = false;
        try {
            var authority = new FabricCertificateAuthority(settings, connection, clock, random);
            authority.revocations.start(pace.betweenLooks());
            met = true;
            return authority;
        } finally {
            if (!met) {
                connection.close();
            }
        }
    }

    @Override
    public X509Certificate root() {
        return root;
    }

    /** The root's certificate as a connection profile has it. */
    public String rootPem() {
        return PemText.of(root);
    }

    @Override
    public X509Certificate issue(CertificateOrder order) throws CertificateAuthorityException {
        var issued = new OrderedCertificate(order, enrollment.enroll(order));
        return issued.requireUnder(root, clock.instant());
    }

    @Override
    public void revoke(X509Certificate certificate) throws CertificateAuthorityException {
        revocations.revoke(certificate);
    }

    @Override
    public boolean isRevoked(X509Certificate certificate) {
        return revocations.contains(certificate);
    }

    @Override
    public X509CRL revocations() throws CertificateAuthorityException {
        return revocations.list();
    }

    @Override
    public void close() {
        revocations.close();
        connection.close();
        registrar.close();
    }

    /** How long a call may take, and how often the list of what is revoked is fetched unasked. */
    record Pace(Duration deadline, Duration betweenLooks) {}
}
