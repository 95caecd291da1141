// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthority;
import aegle.membership.CertificateOrder;
import aegle.membership.register.RegisterDatabase;
import aegle.membership.register.RevocationRegister;
import aegle.record.MspId;
import aegle.sharing.enrollment.CertificateAttributes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The issuer of users' certificates inside the process, for the embedded network. Its certificates look like those of Fabric CA:
 * {@code CN=name, OU=client}, the attributes in Fabric CA's extension, valid for a year, low-S.
 *
 * <p>The root's key lies unencrypted in {@code membership-root.pem}, which only its owner may read; revocations lie in
 * {@code revocations.sqlite}.
 */
public final class InProcessCertificateAuthority implements CertificateAuthority, AutoCloseable {
    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final String NODE_UNIT = "client";

    private final RootAuthority root;
    private final RegisterDatabase database;
    private final RevocationRegister register;
    private final Clock clock;
    private final Map<BigInteger, Instant> revoked;

    private InProcessCertificateAuthority(RootAuthority root, RegisterDatabase database, Clock clock) {
        this.root = root;
        this.database = database;
        this.register = new RevocationRegister(database);
        this.clock = clock;
        this.revoked = new ConcurrentHashMap<>(register.all());
    }

    /**
     * Open the authority; the first time, make its root.
     *
     * @param organization the organization whose members the certificates make
     * @throws IOException if the folder cannot be read or written, or the root in it is damaged
     */
    public static InProcessCertificateAuthority open(Path folder, MspId organization, Clock clock, SecureRandom random)
            throws IOException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, organization.value())
                .addRDN(BCStyle.CN, organization + " membership root")
                .build();
        var root = RootAuthority.open(folder.resolve("membership-root.pem"), name, clock, random);
        var database = RegisterDatabase.open(folder.resolve("revocations.sqlite"), RevocationRegister.SCHEMA);
        return new InProcessCertificateAuthority(root, database, clock);
    }

    @Override
    public X509Certificate root() {
        return root.certificate();
    }

    /** The root's certificate as a connection profile has it. */
    public String rootPem() {
        return PemText.of(root.certificate());
    }

    @Override
    public X509Certificate issue(CertificateOrder order) {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.OU, NODE_UNIT)
                .addRDN(BCStyle.CN, order.name())
                .build();
        var attributes = new Extension(
                new ASN1ObjectIdentifier(CertificateAttributes.EXTENSION),
                false,
                order.attributes().toJson());
        var key = order.request().key().subjectPublicKeyInfo().toByteArray();
        return root.issue(subject, SubjectPublicKeyInfo.getInstance(key), VALIDITY, attributes);
    }

    @Override
    public void revoke(X509Certificate certificate) {
        register.add(certificate.getSerialNumber(), clock.instant());
        revoked.putIfAbsent(certificate.getSerialNumber(), clock.instant());
    }

    @Override
    public boolean isRevoked(X509Certificate certificate) {
        return revoked.containsKey(certificate.getSerialNumber());
    }

    @Override
    public X509CRL revocations() {
        return root.revocationList(register.all());
    }

    @Override
    public void close() {
        root.close();
        database.close();
    }
}
