// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.CertificateAuthorityException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** Gets the registrar a key and a certificate for the configured secret, and keeps both in {@code registrar.pem}. */
final class RegistrarEnrollment {
    private static final String ATTEMPT = "enroll the registrar";

    private final FabricCaSettings settings;
    private final FabricCaConnection connection;
    private final X509Certificate root;
    private final SecureRandom random;

    RegistrarEnrollment(
            FabricCaSettings settings, FabricCaConnection connection, X509Certificate root, SecureRandom random) {
        this.settings = settings;
        this.connection = connection;
        this.root = root;
        this.random = random;
    }

    /** Read what was kept; the first time, enroll. */
    CertifiedKey open() throws CertificateAuthorityException {
        if (!Files.exists(file())) {
            return enroll();
        }
        try {
            return CertifiedKey.read(file());
        } catch (IOException e) {
            throw new CertificateAuthorityException("the registrar's key cannot be read from " + file(), e);
        }
    }

    /** Enroll with a new key and keep it. */
    CertifiedKey enroll() throws CertificateAuthorityException {
        SigningKeyPair key = SigningKeyPair.generate(random);
        try (var secret = EnrollmentSecret.read(settings.registrarSecretFile())) {
            var body = JsonNodeFactory.instance.objectNode().put("certificate_request", request(key));
            var answer = connection.send(FabricCaCall.post("enroll", body), secret.authorization(settings.registrar()));
            var identity = new CertifiedKey(key, required(answer.certificate("Cert", ATTEMPT), key));
            identity.write(file());
            return identity;
        } catch (CertificateAuthorityException e) {
            key.close();
            throw e;
        } catch (IOException e) {
            key.close();
            throw new CertificateAuthorityException("the registrar's key cannot be kept in " + file(), e);
        }
    }

    private String request(SigningKeyPair key) throws IOException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, settings.registrar())
                .build();
        var request = new PKCS10CertificationRequestBuilder(subject, SubjectPublicKeyInfo.getInstance(key.publicKey()))
                .build(new LowSignature(key));
        return PemText.ofRequest(request.getEncoded());
    }

    private X509Certificate required(X509Certificate certificate, SigningKeyPair key)
            throws CertificateAuthorityException {
        try {
            certificate.verify(root.getPublicKey());
            if (!Arrays.equals(certificate.getPublicKey().getEncoded(), key.publicKey())) {
                throw new GeneralSecurityException("another key");
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new CertificateAuthorityException("the Fabric CA gave the registrar a certificate of no use", e);
        }
    }

    private Path file() {
        return settings.folder().resolve("registrar.pem");
    }
}
