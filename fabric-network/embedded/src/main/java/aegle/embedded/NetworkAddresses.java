// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.embedded.s3.StoreKeyPair;
import aegle.membership.ca.OwnerOnlyFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The loopback ports and store keys that the network was founded with. They stay the same for its life, since profiles and signed
 * URLs name them. The file is readable for its owner only.
 */
record NetworkAddresses(int peer, int contract, int membership, List<Integer> stores, List<StoreKeyPair> storeKeys) {
    static final int STORES = 2;

    static NetworkAddresses of(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            choose(random).write(file);
        }
        return read(file);
    }

    private static NetworkAddresses choose(SecureRandom random) throws IOException {
        List<Integer> ports = freePorts(3 + STORES);
        var keys = new ArrayList<StoreKeyPair>();
        for (int i = 0; i < STORES; i++) {
            keys.add(StoreKeyPair.generate(random));
        }
        return new NetworkAddresses(
                ports.get(0), ports.get(1), ports.get(2), ports.subList(3, ports.size()), List.copyOf(keys));
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private static NetworkAddresses read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var ports = new ArrayList<Integer>();
        var keys = new ArrayList<StoreKeyPair>();
        for (int i = 1; i <= STORES; i++) {
            ports.add(port(properties, "store-" + i + ".port"));
            keys.add(new StoreKeyPair(
                    text(properties, "store-" + i + ".access-key"), text(properties, "store-" + i + ".secret-key")));
        }
        return new NetworkAddresses(
                port(properties, "peer.port"),
                port(properties, "contract.port"),
                port(properties, "membership.port"),
                List.copyOf(ports),
                List.copyOf(keys));
    }

    private static int port(Properties properties, String name) throws IOException {
        try {
            return Integer.parseInt(text(properties, name));
        } catch (NumberFormatException e) {
            throw new IOException("network.properties: " + name + " is no port", e);
        }
    }

    private static String text(Properties properties, String name) throws IOException {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IOException("network.properties lacks " + name);
        }
        return value;
    }

    private void write(Path file) throws IOException {
        var properties = new Properties();
        properties.setProperty("peer.port", Integer.toString(peer));
        properties.setProperty("contract.port", Integer.toString(contract));
        properties.setProperty("membership.port", Integer.toString(membership));
        for (int i = 1; i <= STORES; i++) {
            properties.setProperty("store-" + i + ".port", Integer.toString(stores.get(i - 1)));
            properties.setProperty(
                    "store-" + i + ".access-key", storeKeys.get(i - 1).accessKey());
            properties.setProperty(
                    "store-" + i + ".secret-key", storeKeys.get(i - 1).revealSecretKey());
        }
        var content = new ByteArrayOutputStream();
        properties.store(content, "practice network: ports and store keys, fixed when it was founded");
        OwnerOnlyFile.write(file, content.toByteArray());
    }

    @Override
    public String toString() {
        return "NetworkAddresses[secret]";
    }
}
