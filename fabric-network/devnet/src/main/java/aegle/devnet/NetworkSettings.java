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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What was chosen when the network was founded: its kind, its loopback ports, its secrets. They stay the same for its life, since
 * profiles and signed URLs name them. Beside them, what has changed since: the hospitals that joined, and the contract's version. The
 * file is readable for its owner only.
 */
final class NetworkSettings {
    private static final String KIND = "network";
    private static final String PORT = ".port";
    private static final String SECRET = ".secret";
    private static final String JOINED = "hospitals.joined";
    private static final String TITLE = ".hospital";
    private static final String MEMBER = ".member";
    private static final String CONTRACT = "contract.version";
    private static final String NEXT_CONTRACT = "contract.next";
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
        for (String name : secrets) {
            properties.setProperty(name + SECRET, secret(random));
        }
        var settings = new NetworkSettings(properties, file);
        settings.choosePorts(ports, random);
        settings.write();
        return settings;
    }

    /** Those that have one keep it. */
    private void choosePorts(List<String> names, SecureRandom random) throws IOException {
        List<String> lacking = names.stream()
                .filter(name -> properties.getProperty(name + PORT) == null)
                .toList();
        List<Integer> free = PortBlock.free(lacking.size(), random);
        for (int i = 0; i < lacking.size(); i++) {
            properties.setProperty(lacking.get(i) + PORT, Integer.toString(free.get(i)));
        }
    }

    /** Every hospital that has nodes here, also one that is about to join or to leave. */
    List<Hospital> hospitals() {
        var hospitals = new ArrayList<>(Consortium.FOUNDERS);
        for (String key : joined()) {
            hospitals.add(new Hospital(key, properties.getProperty(key + TITLE, key)));
        }
        return hospitals;
    }

    /** The hospitals that decide together: programs reach their peers, and the contract counts them. */
    List<Hospital> members() {
        return hospitals().stream()
                .filter(hospital -> Consortium.FOUNDERS.contains(hospital)
                        || properties.getProperty(hospital.key() + MEMBER) != null)
                .toList();
    }

    private List<String> joined() {
        return Arrays.stream(properties.getProperty(JOINED, "").split(",", -1))
                .filter(key -> !key.isBlank())
                .toList();
    }

    /** Make room for a hospital's nodes, and secrets for it, unless it has some. */
    void makeRoom(Hospital hospital, List<String> ports, List<String> secrets, SecureRandom random) throws IOException {
        if (!hospitals().contains(hospital)) {
            var keys = new ArrayList<>(joined());
            keys.add(hospital.key());
            properties.setProperty(JOINED, String.join(",", keys));
            properties.setProperty(hospital.key() + TITLE, hospital.displayName());
            secrets.forEach(name -> properties.setProperty(name + SECRET, secret(random)));
            choosePorts(ports, random);
            write();
        }
    }

    /** From now on programs reach its peer, or no longer. */
    void setMember(Hospital hospital, boolean member) throws IOException {
        if (member) {
            properties.setProperty(hospital.key() + MEMBER, "yes");
        } else {
            properties.remove(hospital.key() + MEMBER);
        }
        write();
    }

    /** Forget a hospital that has left, its ports and its secrets. */
    void forget(Hospital hospital, List<String> ports, List<String> secrets) throws IOException {
        var keys = new ArrayList<>(joined());
        keys.remove(hospital.key());
        properties.setProperty(JOINED, String.join(",", keys));
        properties.remove(hospital.key() + TITLE);
        ports.forEach(name -> properties.remove(name + PORT));
        secrets.forEach(name -> properties.remove(name + SECRET));
        write();
    }

    /** The version of the contract that the hospitals have agreed on. */
    int contractVersion() {
        return Integer.parseInt(properties.getProperty(CONTRACT, "1"));
    }

    /** The versions whose processes run: during an upgrade two. */
    List<Integer> contractVersions() {
        String next = properties.getProperty(NEXT_CONTRACT);
        return next == null ? List.of(contractVersion()) : List.of(contractVersion(), Integer.parseInt(next));
    }

    /** Make room for the next version's processes beside the present ones, unless there is some. */
    void prepareContract(int version, List<String> ports, SecureRandom random) throws IOException {
        properties.setProperty(NEXT_CONTRACT, Integer.toString(version));
        choosePorts(ports, random);
        write();
    }

    /** The next version is the present one. */
    void completeContract(List<String> formerPorts) throws IOException {
        properties.setProperty(CONTRACT, Integer.toString(contractVersions().getLast()));
        properties.remove(NEXT_CONTRACT);
        formerPorts.forEach(name -> properties.remove(name + PORT));
        write();
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
            properties.store(writer, "fixed when the network was founded, or a hospital joined");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "NetworkSettings[secret]";
    }
}
