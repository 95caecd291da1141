// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import java.nio.file.Path;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;

/**
 * TLS between the peer and its contract server, both ways: the server shows its certificate and takes no peer without one.
 *
 * @param certificate PEM file; the peer knows its root
 * @param key PEM file, PKCS#8, unencrypted
 * @param peerRoot PEM file of the root of the hospital's own peers' TLS certificates
 */
record ContractTls(Path certificate, Path key, Path peerRoot) {

    void demandedIn(ChaincodeServerProperties properties) {
        properties.setTlsEnabled(true);
        properties.setKeyCertChainFile(certificate.toString());
        properties.setKeyFile(key.toString());
        properties.setTrustCertCollectionFile(peerRoot.toString());
    }
}
