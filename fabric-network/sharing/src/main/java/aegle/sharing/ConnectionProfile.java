// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.crypto.vault.AtomicFile;
import aegle.record.MspId;
import aegle.record.NetworkId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

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

    private static final int LONGEST = 1 << 20;
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
     * Read a profile that a program can start with: every id, address and certificate in it has its form.
     *
     * @throws IOException if there is no such file, it is longer than 1 MiB, or it is no connection profile; the message says which
     *     part is not in order
     */
    public static ConnectionProfile read(Path file) throws IOException {
        return parse(bounded(file));
    }

    static ConnectionProfile parse(byte[] content) throws IOException {
        ConnectionProfile profile = Optional.ofNullable(JSON.readValue(content, ConnectionProfile.class))
                .orElseThrow(() -> new IOException("the file says null, which is no connection profile"));
        new Form(profile).require();
        return profile;
    }

    private static byte[] bounded(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new IOException("a connection profile is not longer than 1 MiB");
            }
            return content;
        }
    }

    /** Write the profile, replacing what was there at once or not at all; only its owner can read it. */
    public void write(Path file) throws IOException {
        new AtomicFile(file).replace(encode());
    }

    byte[] encode() throws IOException {
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

    /**
     * One S3 store.
     *
     * @param endpoint byte for byte the one that the contract signs
     * @param tlsRoot PEM of the root that its TLS certificate chains to; empty without TLS, as on this computer
     */
    public record Store(
            String id,
            String endpoint,
            String region,
            String bucket,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            String tlsRoot) {
        /** A store of the embedded network, without TLS. */
        public static Store onThisComputer(String id, String endpoint, String region, String bucket) {
            return new Store(id, endpoint, region, bucket, "");
        }

        public boolean hasTls() {
            return endpoint.startsWith("https://");
        }
    }

    /** Whether a program could start with what stands in a profile; asks nobody. */
    private record Form(ConnectionProfile profile) {
        private static final Pattern PEER = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}");
        private static final Pattern SERVICE = Pattern.compile("https://[^\\s/?#]+(/[^\\s?#]*)?");
        private static final Pattern PLAIN_STORE =
                Pattern.compile("http://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

        void require() throws IOException {
            require("networkId", profile::network);
            require("mspId of the membership service", () -> new MspId(profile.membership.mspId()));
            require("url of the membership service", SERVICE, profile.membership.url());
            requireCertificate("tlsRoot of the membership service", profile.membership.tlsRoot());
            for (String root : profile.membershipRoots) {
                requireCertificate("membershipRoots", root);
            }
            for (Peer peer : profile.peers) {
                require("mspId of a peer", peer::hospital);
                require("address of a peer", PEER, peer.address());
                requireCertificate("tlsRoot of a peer", peer.tlsRoot());
            }
            for (Store store : profile.stores) {
                require(store);
            }
        }

        /** The bytes are sealed anyway; without TLS whoever carries them would see the signed URLs. */
        private static void require(Store store) throws IOException {
            require("endpoint of a store", store.hasTls() ? SERVICE : PLAIN_STORE, store.endpoint());
            if (store.hasTls()) {
                requireCertificate("tlsRoot of a store", store.tlsRoot());
            }
        }

        private static <T> T require(String part, Supplier<T> parsing) throws IOException {
            try {
                return parsing.get();
            } catch (IllegalArgumentException e) {
                throw new IOException(sentence(part), e);
            }
        }

        private static void require(String part, Pattern form, String value) throws IOException {
            if (!form.matcher(value).matches()) {
                throw new IOException(sentence(part));
            }
        }

        private static void requireCertificate(String part, String pem) throws IOException {
            try {
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            } catch (CertificateException e) {
                throw new IOException(sentence(part), e);
            }
        }

        private static String sentence(String part) {
            return "the " + part + " in the connection profile is not in order";
        }
    }
}
