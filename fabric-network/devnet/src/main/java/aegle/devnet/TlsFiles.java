// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.OwnerFile;
import aegle.membership.ca.TlsAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * TLS of the servers that are not Fabric nodes: Fabric CA, the membership service, stores, contract servers. They get a new
 * certificate, valid for a year, whenever they start.
 */
final class TlsFiles {
    static final String CERTIFICATE = "tls.pem";
    static final String KEY = "tls-key.pem";
    private static final String ROOT = "root.pem";

    private TlsFiles() {}

    /** The root's certificate, which clients trust. */
    static Path root(DevnetLayout layout) {
        return layout.tls().resolve(ROOT);
    }

    /** Make the root, unless it is there; before any server asks for a certificate. */
    static void makeRoot(DevnetLayout layout) throws IOException {
        try (var authority = open(layout)) {
            OwnerFile.write(root(layout), authority.rootPem());
        }
    }

    /** Issue a certificate for a server on the loopback address and write it and its key to the server's folder. */
    static void issue(DevnetLayout layout, Path folder) throws IOException {
        issue(layout, folder.resolve(CERTIFICATE), folder.resolve(KEY));
    }

    /** The same, for a server that wants other names of files. */
    static void issue(DevnetLayout layout, Path certificate, Path key) throws IOException {
        try (var authority = open(layout)) {
            authority.issue("localhost", PortBlock.LOOPBACK).write(certificate, key);
        }
    }

    private static TlsAuthority open(DevnetLayout layout) throws IOException {
        return TlsAuthority.open(layout.tls(), Clock.systemUTC(), new SecureRandom());
    }
}
