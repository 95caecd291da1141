// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.devnet.FabricNetwork;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.NetworkParts;
import aegle.embedded.StaffedNetwork;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Founds the network that a play is acted out on. */
@FunctionalInterface
public interface NetworkFounding {

    /**
     * Found a network in an empty folder, and start it.
     *
     * @throws IOException if that cannot be done here; the message says why
     */
    StaffedNetwork found(Path folder) throws IOException;

    /** A network of this kind, with nothing wrong in it. */
    static NetworkFounding of(NetworkKind kind, Clock clock, SecureRandom random) {
        return switch (kind) {
            case EMBEDDED -> of(NetworkParts.standard(clock, random));
            case FABRIC -> FabricNetwork::start;
        };
    }

    /** An embedded network of these parts. */
    static NetworkFounding of(NetworkParts parts) {
        return folder -> EmbeddedNetwork.start(folder, parts);
    }
}
