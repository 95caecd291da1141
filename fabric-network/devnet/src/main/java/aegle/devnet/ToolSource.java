// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.tool.FabricTools;
import java.io.IOException;

/** Finds Fabric's programs when a node is to be started; whoever only looks or stops needs none. */
@FunctionalInterface
interface ToolSource {
    /**
     * Find them.
     *
     * @throws aegle.devnet.tool.MissingToolsException if something is not there
     */
    FabricTools tools() throws IOException;

    /** Those on this process's PATH. */
    static ToolSource onPath() {
        return FabricTools::onPath;
    }
}
