// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a network on this computer keeps what, below its one folder. */
public record DevnetLayout(Path root) {

    /** Ports, secrets and the kind of network. */
    Path settings() {
        return root.resolve("devnet.properties");
    }

    /** What programs connect with. */
    public Path profile() {
        return root.resolve("connection-profile.json");
    }

    /** There while programs may connect. */
    Path ready() {
        return root.resolve("ready");
    }

    Path lock() {
        return root.resolve("run/lock");
    }

    /** Which process a node is. */
    Path process(String node) {
        return root.resolve("run/" + node + ".process");
    }

    Path log(String node) {
        return root.resolve("logs/" + node + ".log");
    }

    /** A node's configuration and data. */
    Path node(String node) {
        return root.resolve("nodes/" + node);
    }

    Path crypto() {
        return root.resolve("crypto");
    }

    Path ordererCrypto(Consortium.Orderer orderer) {
        return crypto().resolve("ordererOrganizations/" + orderer.domain());
    }

    Path peerCrypto(Hospital hospital) {
        return crypto().resolve("peerOrganizations/" + hospital.domain());
    }

    /** The root of the TLS certificates of a hospital's peers. */
    Path peerTlsRoot(Hospital hospital) {
        return peerCrypto(hospital).resolve("tlsca/tlsca." + hospital.domain() + "-cert.pem");
    }

    Path membershipMsp() {
        return crypto().resolve("membership/msp");
    }

    /** The issuer of the TLS certificates of all servers that are not Fabric nodes. */
    Path tls() {
        return root.resolve("tls");
    }

    Path officers() {
        return root.resolve("officers");
    }

    Path channel() {
        return root.resolve("channel");
    }

    Path genesisBlock() {
        return channel().resolve(Consortium.CHANNEL + ".block");
    }

    Path contractPackage(String contract) {
        return channel().resolve(contract + ".tar.gz");
    }

    /** Says that the channel, the contract and the first officers are there. */
    Path founded() {
        return channel().resolve("founded");
    }

    /** Makes the folders, for their owner alone. */
    void make() throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        for (String folder : new String[] {"", "run", "logs", "nodes", "crypto", "tls", "officers", "channel"}) {
            Files.createDirectories(root.resolve(folder), mode);
        }
    }

    Path madeNode(String node) throws IOException {
        return Files.createDirectories(node(node));
    }
}
