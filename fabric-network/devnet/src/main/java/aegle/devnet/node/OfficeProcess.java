// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.node;

import aegle.embedded.OfficerKeys;
import aegle.embedded.PracticeOffice;
import aegle.sharing.ConnectionProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of the practice office: the invented officers of every hospital, who approve whoever applies. For practice and demos
 * only. Works until SIGTERM; its settings come from the environment.
 */
public final class OfficeProcess {
    private OfficeProcess() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var environment = NodeEnvironment.ofThisProcess();
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        var profile = ConnectionProfile.read(environment.path("AEGLE_CONNECTION_PROFILE"));
        List<OfficerKeys> officers = officers(profile, environment.path("AEGLE_OFFICERS"));
        try (var stop = new StopSignal();
                var _ = PracticeOffice.open(profile, officers, clock, new SecureRandom())) {
            Files.createFile(environment.path("AEGLE_READY"));
            stop.await();
        } finally {
            officers.forEach(OfficerKeys::close);
        }
    }

    private static List<OfficerKeys> officers(ConnectionProfile profile, Path folder) throws IOException {
        var officers = new ArrayList<OfficerKeys>();
        for (var peer : profile.peers()) {
            officers.addAll(OfficerKeys.readAll(folder, peer.hospital()));
        }
        return officers;
    }
}
