// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How one peer reaches its hospital's contract server: what Fabric's builder fills into the {@link ContractPackage} when it is
 * installed, and only then.
 *
 * @param address host and port
 * @param serverRoot PEM file of the root of the contract server's certificate
 * @param certificate PEM file of the peer's own TLS certificate, which the contract server asks for
 * @param key PEM file of its key
 */
public record ContractAddress(String address, Path serverRoot, Path certificate, Path key) {

    /** The value of the peer's {@code CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG}; it holds the key. */
    public String builderConfiguration() throws IOException {
        return "{\"address\":\"" + address + "\",\"root_cert\":\"" + text(serverRoot) + "\",\"client_cert\":\""
                + text(certificate) + "\",\"client_key\":\"" + text(key) + "\"}";
    }

    /** PEM has nothing but line ends that JSON would want escaped. */
    private static String text(Path pem) throws IOException {
        return Files.readString(pem).replace("\r", "").replace("\n", "\\n");
    }
}
