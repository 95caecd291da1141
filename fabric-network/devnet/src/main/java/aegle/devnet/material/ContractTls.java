// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How one peer and its hospital's contract server prove themselves to each other: what Fabric's builder fills into the {@link ContractPackage} when it is
 * installed, and only then.
 *
 * @param serverRoot PEM file of the root of the contract server's certificate
 * @param certificate PEM file of the peer's own TLS certificate, which the contract server asks for
 * @param key PEM file of its key
 */
public record ContractTls(Path serverRoot, Path certificate, Path key) {

    /** What the peer's environment needs for its builder; it holds the key. */
    public Map<String, String> builderEnvironment() throws IOException {
        return ConfigurationTemplate.named("builder.env")
                .environment(Map.of("root", text(serverRoot), "certificate", text(certificate), "key", text(key)));
    }

    /** PEM has nothing but line ends that JSON would want escaped. */
    private static String text(Path pem) throws IOException {
        return Files.readString(pem).replace("\r", "").replace("\n", "\\n");
    }
}
