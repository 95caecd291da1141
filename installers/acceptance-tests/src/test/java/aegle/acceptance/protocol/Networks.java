// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assumptions.abort;

import aegle.acceptance.Trial;
import aegle.devnet.Devnet;
import aegle.devnet.tool.MissingToolsException;
import java.io.IOException;
import java.nio.file.Path;

/** Networks of the kind that the tests run on, with processes of their own and officers who approve everybody. */
final class Networks {
    private Networks() {}

    /** Not started yet; without Fabric's programs on PATH the test is skipped, and says so. */
    static Devnet inProcesses(Path folder) throws IOException {
        try {
            return Devnet.at(folder, Trial.NETWORK);
        } catch (MissingToolsException e) {
            return abort("Fabric's programs are not on PATH: " + e.getMessage());
        }
    }
}
