// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.tool.FabricTools;
import aegle.devnet.tool.MissingToolsException;
import java.io.IOException;
import org.opentest4j.TestAbortedException;

/** The Fabric on this computer's PATH; tests that need it are skipped where there is none. */
public final class FabricInstallation {
    private FabricInstallation() {}

    /**
     * The tools.
     *
     * @throws TestAbortedException with the reason if they are not there
     */
    public static FabricTools required() throws IOException {
        try {
            return FabricTools.onPath();
        } catch (MissingToolsException e) {
            throw new TestAbortedException("not on PATH: " + String.join(", ", e.missing()), e);
        }
    }
}
