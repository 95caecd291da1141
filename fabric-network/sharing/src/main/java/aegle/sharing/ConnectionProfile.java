// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.record.MspId;
import aegle.record.NetworkId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * How a program finds a network, and which roots it trusts there: the file that an IT department or an invitation hands out.
 *
 * @param networkId hex; SHA-256 of the channel's genesis block, which every signature names
 * @param membershipRoots PEM; certificates count only if they chain to one of them
 */
public record ConnectionProfile(
        String name,
        NetworkKind kind,
        String networkId,
        String channel,
        String contract,
        List<Peer> peers,
        Membership membership,
        List<String> membershipRoots,
        List<Store> stores) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public ConnectionProfile {
        peers = List.copyOf(peers);
        membershipRoots = List.copyOf(membershipRoots);
        stores = List.copyOf(stores);
        if (peers.isEmpty() || membershipRoots.isEmpty() || stores.isEmpty()) {
            throw new IllegalArgumentException("a connection profile names peers, membership roots and stores");
        }
    }

    public NetworkId network() {
        return NetworkId.ofHex(networkId);
    }

    /**
     * Read a profile.
     *
     * @throws IOException if there is no such file, or it is no connection profile
     */
    public static ConnectionProfile read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), ConnectionProfile.class);
    }

    /** Write the profile, replacing what was there at once or not at all. */
    public void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, toJson());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] toJson() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** Which kind of network this is; the embedded one is a single trust domain for practice. */
    public enum NetworkKind {
        EMBEDDED,
        FABRIC
    }

    /**
     * One hospital's peer.
     *
     * @param address host and port
     * @param tlsRoot PEM of the root that its TLS certificate chains to
     */
    public record Peer(String mspId, String hospitalName, String address, String tlsRoot) {
        public MspId hospital() {
            return new MspId(mspId);
        }
    }

    /**
     * The membership service.
     *
     * @param mspId the organization whose certificates it issues
     */
    public record Membership(String mspId, String url, String tlsRoot) {}

    /** One S3 store. The endpoint is, byte for byte, the one that the contract signs. */
    public record Store(String id, String endpoint, String region, String bucket) {}
}
