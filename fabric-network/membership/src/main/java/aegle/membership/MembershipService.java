// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.membership.register.ApplicationRegister;
import aegle.membership.register.CertificateRegister;
import aegle.membership.register.NonceRegister;
import aegle.membership.register.RegisterDatabase;
import aegle.sharing.enrollment.MembershipCall;
import aegle.sharing.enrollment.MembershipCall.Apply;
import aegle.sharing.enrollment.MembershipCall.CollectCertificate;
import aegle.sharing.enrollment.MembershipCall.EnrollPatient;
import aegle.sharing.enrollment.MembershipCall.FetchRevocations;
import aegle.sharing.enrollment.MembershipCall.Issued;
import aegle.sharing.enrollment.MembershipCall.ListApplications;
import aegle.sharing.enrollment.MembershipCall.RevokeCertificate;
import aegle.sharing.enrollment.MembershipCall.Revoked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The membership service at work: HTTPS in front, a register on disk and a certificate authority behind. What it has answered for
 * survives a crash. What anybody may ask is limited by address; officers, who sign each request, are not.
 *
 * <pre>{@code
 * var authority = InProcessCertificateAuthority.open(folder, mspId, clock, random);
 * var tls = TlsAuthority.open(folder, clock, random);
 * var service = MembershipService.start(settings, authority, tls.issue("localhost", "127.0.0.1").sslContext());
 * }</pre>
 */
public final class MembershipService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipService.class);

    private final MembershipSettings settings;
    private final RegisterDatabase database;
    private final RequestBudget certificates;
    private final RequestBudget questions;
    private final RevocationList revocations;
    private final CertificateIssuing issuing;
    private final ClinicianRegistration clinicians;
    private final OfficerDesk officers;
    private final MembershipEndpoint endpoint;

    private MembershipService(MembershipSettings settings, CertificateAuthority authority, SSLContext tls)
            throws IOException {
        this.settings = settings;
        database = RegisterDatabase.open(
                settings.dataDirectory().resolve("membership.sqlite"),
                CertificateRegister.SCHEMA,
                CertificateRegister.INDEX,
                ApplicationRegister.SCHEMA,
                NonceRegister.SCHEMA);
        var applications = new ApplicationRegister(database);
        var issued = new CertificateRegister(database);
        var ledger = new LedgerWord(settings.ledger());
        var check = new OfficerCheck(authority, new NonceRegister(database), ledger, settings.clock());
        certificates = RequestBudget.ofCertificates(settings.clock());
        questions = RequestBudget.ofQuestions(settings.clock());
        revocations = new RevocationList(authority, settings.clock());
        issuing = new CertificateIssuing(authority, issued, settings.clock());
        clinicians = new ClinicianRegistration(applications, issuing, ledger, settings.clock());
        officers = new OfficerDesk(check, applications, issued, authority, ledger);
        endpoint = open(tls);
    }

    private MembershipEndpoint open(SSLContext tls) throws IOException {
        try {
            return MembershipEndpoint.open(settings.address(), tls, this::answer);
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Open the register and listen.
     *
     * @param authority stays the caller's
     * @throws IOException if the address is not to be had
     * @throws aegle.membership.register.RegisterFailedException if the register is not to be had
     */
    public static MembershipService start(MembershipSettings settings, CertificateAuthority authority, SSLContext tls)
            throws IOException {
        var service = new MembershipService(settings, authority, tls);
        LOG.info("Membership listens on {}", service.url());
        return service;
    }

    /** Where the service listens. */
    public InetSocketAddress address() {
        return endpoint.address();
    }

    /** What a connection profile says about where the service listens. */
    public String url() {
        return "https://" + settings.address().getHostString() + ":" + address().getPort();
    }

    private Record answer(MembershipCall<?> call, InetAddress caller) throws RequestRefusedException {
        return switch (call) {
            case EnrollPatient enrollment -> {
                certificates.take(caller);
                yield enroll(enrollment);
            }
            case Apply application -> {
                certificates.take(caller);
                yield clinicians.apply(application);
            }
            case CollectCertificate collection -> {
                questions.take(caller);
                yield clinicians.collect(collection);
            }
            case ListApplications listing -> officers.list(listing);
            case RevokeCertificate revocation -> revoke(revocation);
            case FetchRevocations _ -> {
                questions.take(caller);
                yield revocations.current();
            }
        };
    }

    private Issued enroll(EnrollPatient call) throws RequestRefusedException {
        var order = CertificateOrder.ofPatient(ProvenRequest.of(call.request()));
        return new Issued(Optional.of(issuing.issue(order)));
    }

    private Revoked revoke(RevokeCertificate call) throws RequestRefusedException {
        try {
            return officers.revoke(call);
        } finally {
            revocations.forget();
        }
    }

    /** Stop listening and close the register. */
    @Override
    public void close() {
        endpoint.close();
        database.close();
        LOG.info("Membership has stopped");
    }
}
