// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/**
 * Where a Fabric CA server is and as whom to work there.
 *
 * @param address such as {@code https://127.0.0.1:7054}, without a path
 * @param tlsRoot the root of the server's TLS certificate; no other is trusted
 * @param registrar the name that the server knows the membership service by; it needs the rights that the room's README lists
 * @param registrarSecretFile holds the registrar's enrollment secret and nothing else but white space at its ends
 * @param folder for what has to last: the registrar's key, and the users' root as it was first seen
 */
public record FabricCaSettings(
        URI address, X509Certificate tlsRoot, String registrar, Path registrarSecretFile, Path folder) {
    public FabricCaSettings {
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("a Fabric CA server is reached by https, not by " + address);
        }
        if (!EnrollmentName.isUsable(registrar)) {
            throw new IllegalArgumentException("a Fabric CA registrar is not called " + registrar);
        }
    }
}
