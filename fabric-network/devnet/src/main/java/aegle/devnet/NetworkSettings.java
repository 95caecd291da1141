// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What was chosen when the network was founded: its kind, its loopback ports, its secrets. They stay the same for its life, since
 * certificates, profiles and signed URLs name them. The file is readable for its owner only.
 */
final class NetworkSettings {
    private static final String KIND = "network";
    private static final String PORT = ".port";
    private static final String SECRET = ".secret";
    private static final int SECRET_BYTES = 30;

    private final Properties properties;
    private final Path file;

    private NetworkSettings(Properties properties, Path file) {
        this.properties = properties;
        this.file = file;
    }

    /** Reads the settings; none if there is no network in the folder. */
    static Optional<NetworkSettings> find(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.of(new NetworkSettings(properties, file));
    }

    /** Chooses them for a new network: the ports of one free block, and a secret for each name. */
    static NetworkSettings choose(
            Path file, NetworkKind kind, List<String> ports, List<String> secrets, SecureRandom random)
            throws IOException {
        var properties = new Properties();
        properties.setProperty(KIND, kind.name().toLowerCase(Locale.ROOT));
        List<Integer> free = PortBlock.free(ports.size(), random);
        for (int i = 0; i < ports.size(); i++) {
            properties.setProperty(ports.get(i) + PORT, Integer.toString(free.get(i)));
        }
        for (String name : secrets) {
            properties.setProperty(name + SECRET, secret(random));
        }
        var settings = new NetworkSettings(properties, file);
        settings.write();
        return settings;
    }

    private static String secret(SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    NetworkKind kind() throws IOException {
        try {
            return NetworkKind.valueOf(text(KIND).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " names no kind of network that this program knows", e);
        }
    }

    int port(String name) throws IOException {
        try {
            return Integer.parseInt(text(name + PORT));
        } catch (NumberFormatException e) {
            throw new IOException(file + ": " + name + PORT + " is no port", e);
        }
    }

    /** Where something listens, as others dial it. */
    String address(String name) throws IOException {
        return PortBlock.LOOPBACK + ":" + port(name);
    }

    String secret(String name) throws IOException {
        return text(name + SECRET);
    }

    /** All names that have a port. */
    List<String> portNames() {
        var names = new ArrayList<String>();
        for (String name : properties.stringPropertyNames()) {
            if (name.endsWith(PORT)) {
                names.add(name.substring(0, name.length() - PORT.length()));
            }
        }
        return names;
    }

    private String text(String name) throws IOException {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IOException(file + " lacks " + name + ": another version of this program founded the network;"
                    + " found a new one in another folder");
        }
        return value;
    }

    private void write() throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, "fixed when the network was founded");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "NetworkSettings[secret]";
    }
}
