// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.nio.file.Path;

/**
 * Where programs reach the peer: a port of 127.0.0.1 (0 lets the system choose) and PEM files of its TLS server
 * certificate, with any issuers behind it, and of its unencrypted PKCS#8 private key.
 */
public record PeerEndpoint(int port, Path tlsCertificate, Path tlsKey) {

    public PeerEndpoint {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
    }
}
