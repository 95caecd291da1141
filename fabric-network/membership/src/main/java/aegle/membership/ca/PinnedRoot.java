// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthorityException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * The root of users' certificates as the Fabric CA showed it at the first meeting; from then on no other is accepted. At the first
 * meeting it is believed because TLS proves who shows it.
 */
final class PinnedRoot {
    private static final String ATTEMPT = "show its root";

    private final Path file;

    PinnedRoot(Path folder) {
        this.file = folder.resolve("fabric-ca-root.pem");
    }

    /**
     * The root.
     *
     * @throws CertificateAuthorityException if the server does not answer, has become another one, or is no root
     */
    X509Certificate agreedWith(FabricCaConnection connection) throws CertificateAuthorityException {
        X509Certificate shown = connection.send(FabricCaCall.get("cainfo")).certificate("CAChain", ATTEMPT);
        try {
            shown.verify(shown.getPublicKey());
            if (!Files.exists(file)) {
                OwnerOnlyFile.write(file, PemText.of(shown).getBytes(StandardCharsets.US_ASCII));
            }
            if (!kept().equals(shown)) {
                throw new GeneralSecurityException("not the one in " + file);
            }
            return shown;
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateAuthorityException("the Fabric CA's root is not the one that was known before", e);
        }
    }

    private X509Certificate kept() throws IOException, GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }
}
