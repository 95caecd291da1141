// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthorityException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Fabric CA has revoked, as far as it is known here: at once what was revoked here, after some seconds what others have
 * revoked. While the server does not answer it stays as it was.
 */
final class RevocationWatch implements AutoCloseable {
    /** How often the list is fetched unasked. */
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(RevocationWatch.class);
    /** Many programs ask for the list, and the server makes and signs one for each call. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String ATTEMPT = "list what is revoked";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final int HEXADECIMAL = 16;

    private final Registrar registrar;
    private final X509Certificate root;
    private final Clock clock;
    private final Set<BigInteger> revoked = ConcurrentHashMap.newKeySet();
    private final AtomicLong revocations = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("revocation-watch").factory());
    private volatile Optional<Fetched> latest = Optional.empty();

    RevocationWatch(Registrar registrar, X509Certificate root, Clock clock) {
        this.registrar = registrar;
        this.root = root;
        this.clock = clock;
    }

    /** Get the list now, and again and again. */
    void start(Duration betweenLooks) throws CertificateAuthorityException {
        list();
        long pause = betweenLooks.toMillis();
        var _ = timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            fetch();
            failing.set(false);
        } catch (CertificateAuthorityException e) {
            if (!failing.getAndSet(true)) {
                LOG.warn("What the Fabric CA has revoked is not to be had for now", e);
            }
        }
    }

    boolean contains(X509Certificate certificate) {
        return revoked.contains(certificate.getSerialNumber());
    }

    /** Revoke a certificate; one that is revoked already stays so. */
    void revoke(X509Certificate certificate) throws CertificateAuthorityException {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("serial", certificate.getSerialNumber().toString(HEXADECIMAL))
                .put("aki", authorityKeyOf(certificate))
                .put("reason", "privilegewithdrawn");
        FabricCaAnswer answer = registrar.ask(FabricCaCall.post("revoke", body));
        if (!answer.isRefusedWith(FabricCaAnswer.CERTIFICATE_ALREADY_REVOKED)) {
            answer.result("revoke a certificate");
        }
        revoked.add(certificate.getSerialNumber());
        revocations.incrementAndGet();
    }

    private static String authorityKeyOf(X509Certificate certificate) throws CertificateAuthorityException {
        byte[] extension = certificate.getExtensionValue(AUTHORITY_KEY);
        if (extension == null) {
            throw new CertificateAuthorityException(
                    "this certificate is not the Fabric CA's", new IOException("it names no authority's key"));
        }
        var key = AuthorityKeyIdentifier.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        return HexFormat.of().formatHex(key.getKeyIdentifierOctets());
    }

    /** The list, with all that was revoked here, and no older than five seconds. */
    X509CRL list() throws CertificateAuthorityException {
        Optional<X509CRL> fresh = latest.filter(this::isFresh).map(Fetched::list);
        return fresh.isPresent() ? fresh.get() : fetch();
    }

    private boolean isFresh(Fetched fetched) {
        return fetched.revocations() == revocations.get()
                && clock.instant().isBefore(fetched.time().plus(FRESH));
    }

    private X509CRL fetch() throws CertificateAuthorityException {
        long before = revocations.get();
        Instant now = clock.instant();
        FabricCaAnswer answer = registrar.ask(FabricCaCall.post("gencrl", JsonNodeFactory.instance.objectNode()));
        X509CRL list = required(answer.revocationList("CRL", ATTEMPT), now);
        Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
        if (entries != null) {
            entries.forEach(entry -> revoked.add(entry.getSerialNumber()));
        }
        latest = Optional.of(new Fetched(list, now, before));
        return list;
    }

    private X509CRL required(X509CRL list, Instant now) throws CertificateAuthorityException {
        try {
            list.verify(root.getPublicKey());
            if (!list.getIssuerX500Principal().equals(root.getSubjectX500Principal())
                    || !list.getNextUpdate().toInstant().isAfter(now)) {
                throw new GeneralSecurityException("another issuer, or outdated");
            }
            return list;
        } catch (GeneralSecurityException e) {
            throw new CertificateAuthorityException("the Fabric CA's list of what is revoked cannot be trusted", e);
        }
    }

    /** A list, when it was asked for, and how many certificates had been revoked here before. */
    private record Fetched(X509CRL list, Instant time, long revocations) {}

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
