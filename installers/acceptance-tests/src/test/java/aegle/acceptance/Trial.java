// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import static org.junit.jupiter.api.Assumptions.abort;

import aegle.devnet.FabricNetwork;
import aegle.devnet.tool.MissingToolsException;
import aegle.embedded.StaffedNetwork;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** The network that the tests run on, chosen by the property {@code aegle.network}: embedded, if it is not there, or fabric. */
public final class Trial {
    public static final NetworkKind NETWORK =
            NetworkKind.valueOf(System.getProperty("aegle.network", "embedded").toUpperCase(Locale.ROOT));

    private Trial() {}

    static boolean isEmbedded() {
        return NETWORK == NetworkKind.EMBEDDED;
    }

    /** The real network that all tests of this run share; without Fabric's programs on PATH the test is skipped, and says so. */
    public static StaffedNetwork sharedFabric() {
        return Shared.NETWORK.orElseGet(() -> abort("Fabric's programs are not on PATH: " + Shared.MISSING));
    }

    /** A real network of the test's own; without Fabric's programs on PATH the test is skipped, and says so. */
    public static StaffedNetwork freshFabric() throws IOException {
        try {
            return FabricNetwork.startForNow();
        } catch (MissingToolsException e) {
            return abort("Fabric's programs are not on PATH: " + e.getMessage());
        }
    }

    /** Founded when first asked for; stopped and removed with the process. */
    private static final class Shared {
        static final Optional<StaffedNetwork> NETWORK;
        static final String MISSING;

        static {
            Optional<StaffedNetwork> found = Optional.empty();
            String missing = "";
            try {
                StaffedNetwork network = FabricNetwork.startForNow();
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(network::close));
                found = Optional.of(network);
            } catch (MissingToolsException e) {
                missing = String.valueOf(e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("no Fabric network can be founded", e);
            }
            NETWORK = found;
            MISSING = missing;
        }
    }
}
