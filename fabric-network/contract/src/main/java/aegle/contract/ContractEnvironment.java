// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.KeyDigest;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.call.MemberCalls.Founding;
import aegle.record.member.Officer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of a contract process; the README lists its variables.
 *
 * @param variables as the process was started with
 */
record ContractEnvironment(Map<String, String> variables) {

    InetSocketAddress address() {
        String address = require("AEGLE_CONTRACT_ADDRESS");
        int colon = address.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("AEGLE_CONTRACT_ADDRESS is host:port, not " + address);
        }
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    String packageId() {
        return require("CORE_CHAINCODE_ID_NAME");
    }

    /** All of it or nothing: half of it is a mistake that must not end in a server without TLS. */
    Optional<ContractTls> tls() {
        var names = List.of("AEGLE_CONTRACT_TLS_CERTIFICATE", "AEGLE_CONTRACT_TLS_KEY", "AEGLE_CONTRACT_TLS_PEER_ROOT");
        if (names.stream().allMatch(name -> find(name).isEmpty())) {
            return Optional.empty();
        }
        List<Path> files = names.stream().map(name -> Path.of(require(name))).toList();
        return Optional.of(new ContractTls(files.get(0), files.get(1), files.get(2)));
    }

    ContractSettings settings(Clock clock) throws IOException {
        var settings = ContractSettings.of(require("AEGLE_CHANNEL"), require("AEGLE_CONTRACT"), stores(), clock)
                .expecting(founding());
        if (find("AEGLE_CLOCK_TOLERANCE_SECONDS").isPresent()) {
            long seconds = Long.parseLong(require("AEGLE_CLOCK_TOLERANCE_SECONDS"));
            settings = settings.tolerating(Duration.ofSeconds(seconds));
        }
        return settings;
    }

    /** Required: a process that expected nothing in particular would let whoever comes first found the network. */
    private Founding founding() {
        if (find("AEGLE_NETWORK_ID").isEmpty() || find("AEGLE_OFFICER_0").isEmpty()) {
            throw new IllegalArgumentException("the environment lacks AEGLE_NETWORK_ID or AEGLE_OFFICER_0:"
                    + " a hospital's contract must know which network it serves and who its first officers are");
        }
        var officers = new ArrayList<Officer>();
        for (int i = 0; find("AEGLE_OFFICER_" + i).isPresent(); i++) {
            officers.add(officer(require("AEGLE_OFFICER_" + i)));
        }
        return new Founding(NetworkId.ofHex(require("AEGLE_NETWORK_ID")), officers);
    }

    private static Officer officer(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("an officer is key-digest@hospital, not " + text);
        }
        return new Officer(KeyDigest.ofHex(text.substring(0, at)), new MspId(text.substring(at + 1)));
    }

    private List<StoreAccess> stores() throws IOException {
        var stores = new ArrayList<StoreAccess>();
        for (int i = 0; find("AEGLE_STORE_" + i + "_ENDPOINT").isPresent(); i++) {
            stores.add(store("AEGLE_STORE_" + i));
        }
        return stores;
    }

    private StoreAccess store(String prefix) throws IOException {
        return new StoreAccess(
                require(prefix + "_ID"),
                require(prefix + "_ENDPOINT"),
                require(prefix + "_REGION"),
                require(prefix + "_BUCKET"),
                require(prefix + "_ACCESS_KEY"),
                secret(prefix));
    }

    private StoreSecret secret(String prefix) throws IOException {
        Optional<String> file = find(prefix + "_SECRET_KEY_FILE");
        String secret =
                file.isPresent() ? Files.readString(Path.of(file.get())).strip() : require(prefix + "_SECRET_KEY");
        return StoreSecret.of(secret.toCharArray());
    }

    private String require(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("the environment lacks " + name));
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "ContractEnvironment[secret]";
    }
}
