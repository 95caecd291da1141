// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.identity.DerSignature;
import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import aegle.sharing.enrollment.CertificateAttributes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedCertificateTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String ATTRIBUTES = "{\"attrs\":{\"role\":\"patient\"}}";

    private final String name = Requests.name();
    private final SigningKeyPair key = Requests.key();

    @TempDir
    Path folder;

    private RootAuthority root;

    @BeforeEach
    void openRoot() throws Exception {
        root = root("root.pem", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        root.close();
        key.close();
    }

    private RootAuthority root(String file, Clock clock) throws Exception {
        return RootAuthority.open(folder.resolve(file), new X500Name("CN=Invented root"), clock, Requests.RANDOM);
    }

    @Test
    void certificate_as_ordered_is_accepted() throws Exception {
        X509Certificate certificate = issue(subject(name), key, YEAR, attributes(ATTRIBUTES));

        assertEquals(certificate, new OrderedCertificate(order(), certificate).requireUnder(root.certificate(), now()));
    }

    @Test
    void other_name_is_refused() throws Exception {
        assertRefused("subject", issue(subject(Requests.name()), key, YEAR, attributes(ATTRIBUTES)));
        assertRefused("subject", issue("OU=client,O=Jane,CN=" + name, key, YEAR, attributes(ATTRIBUTES)));
        assertRefused("subject", issue("OU=admin,CN=" + name, key, YEAR, attributes(ATTRIBUTES)));
    }

    @Test
    void other_key_is_refused() throws Exception {
        try (var other = Requests.key()) {
            assertRefused("key", issue(subject(name), other, YEAR, attributes(ATTRIBUTES)));
        }
    }

    @Test
    void other_missing_or_further_attributes_are_refused() throws Exception {
        assertRefused("attributes", issue(subject(name), key, YEAR));
        assertRefused("attributes", issue(subject(name), key, YEAR, attributes("{\"attrs\":{\"role\":\"officer\"}}")));
        assertRefused(
                "attributes",
                issue(subject(name), key, YEAR, attributes("{\"attrs\":{\"role\":\"patient\",\"more\":\"x\"}}")));
    }

    @Test
    void further_names_are_refused() throws Exception {
        var names = new GeneralNames(new GeneralName(GeneralName.dNSName, "jane.example"));
        var extension = Extension.create(Extension.subjectAlternativeName, false, names);

        assertRefused("further names", issue(subject(name), key, YEAR, attributes(ATTRIBUTES), extension));
    }

    @Test
    void more_than_a_year_or_a_time_that_is_over_is_refused() throws Exception {
        assertRefused("validity", issue(subject(name), key, YEAR.multipliedBy(2), attributes(ATTRIBUTES)));
        assertRefused("validity", issue(subject(name), key, Duration.ofSeconds(-5), attributes(ATTRIBUTES)));
    }

    @Test
    void authoritys_certificate_is_refused() throws Exception {
        var order = new OrderedCertificate(order(), root.certificate());

        assertThrows(CertificateAuthorityException.class, () -> order.requireUnder(root.certificate(), now()));
    }

    @Test
    void certificate_under_another_root_of_the_same_name_is_refused() throws Exception {
        X509Certificate certificate = issue(subject(name), key, YEAR, attributes(ATTRIBUTES));

        try (var other = root("other.pem", Clock.systemUTC())) {
            var ordered = new OrderedCertificate(order(), certificate);
            assertThrows(CertificateAuthorityException.class, () -> ordered.requireUnder(other.certificate(), now()));
        }
    }

    @Test
    void only_one_of_a_signatures_two_forms_is_low() throws Exception {
        var n = CustomNamedCurves.getByName("secp256r1").getN();
        byte[] low = DerSignature.sign(key, new byte[] {1, 2, 3});
        var values = StandardDSAEncoding.INSTANCE.decode(n, low);

        byte[] high = StandardDSAEncoding.INSTANCE.encode(n, values[0], n.subtract(values[1]));

        assertTrue(DerSignature.isLow(low));
        assertFalse(DerSignature.isLow(high));
    }

    private void assertRefused(String what, X509Certificate certificate) throws Exception {
        var ordered = new OrderedCertificate(order(), certificate);
        var refusal = assertThrows(
                CertificateAuthorityException.class, () -> ordered.requireUnder(root.certificate(), now()));
        assertTrue(String.valueOf(refusal.getCause()).endsWith("not as ordered: " + what), refusal::toString);
    }

    private CertificateOrder order() throws Exception {
        return Requests.patient(name, key);
    }

    private X509Certificate issue(String subject, SigningKeyPair holder, Duration validity, Extension... extensions) {
        var publicKey = SubjectPublicKeyInfo.getInstance(holder.publicKey());
        return root.issue(new X500Name(subject), publicKey, validity, extensions);
    }

    private static String subject(String name) {
        return "OU=client,CN=" + name;
    }

    private static Extension attributes(String json) {
        var extension = new ASN1ObjectIdentifier(CertificateAttributes.EXTENSION);
        return new Extension(extension, false, json.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant now() {
        return Instant.now();
    }
}
