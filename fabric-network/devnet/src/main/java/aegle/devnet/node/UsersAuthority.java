// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.node;

import aegle.devnet.material.Certificates;
import aegle.membership.CertificateAuthorityException;
import aegle.membership.ca.FabricCaSettings;
import aegle.membership.ca.FabricCertificateAuthority;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** The users' certificate authority, a Fabric CA server, found as the environment says. */
public final class UsersAuthority {
    private UsersAuthority() {}

    /**
     * Meet it as its registrar.
     *
     * @param variables of the environment; the README lists them
     * @throws IOException if it does not answer, or is not the one that was known before
     */
    public static FabricCertificateAuthority connect(Map<String, String> variables, Clock clock, SecureRandom random)
            throws IOException {
        var environment = new NodeEnvironment(variables);
        var settings = new FabricCaSettings(
                URI.create(environment.text("AEGLE_CA_ADDRESS")),
                Certificates.read(environment.path("AEGLE_CA_TLS_ROOT")),
                environment.text("AEGLE_CA_REGISTRAR"),
                environment.path("AEGLE_CA_REGISTRAR_SECRET_FILE"),
                environment.path("AEGLE_CA_FOLDER"));
        try {
            return FabricCertificateAuthority.connect(settings, clock, random);
        } catch (CertificateAuthorityException e) {
            throw new IOException("the certificate authority cannot be worked with", e);
        }
    }
}
