// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of one of the network's processes; the README lists its variables.
 *
 * @param variables as the process was started with
 */
record NodeEnvironment(Map<String, String> variables) {

    static NodeEnvironment ofThisProcess() {
        return new NodeEnvironment(System.getenv());
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("the environment lacks " + name));
    }

    Path path(String name) {
        return Path.of(text(name));
    }

    /** Host and port. */
    InetSocketAddress address(String name) throws IOException {
        String address = text(name);
        int colon = address.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException(name + " is host:port, not " + address);
        }
        return new InetSocketAddress(
                InetAddress.getByName(address.substring(0, colon)), Integer.parseInt(address.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return "NodeEnvironment[secret]";
    }
}
