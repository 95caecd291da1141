// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.tool;

import aegle.devnet.material.ConfigurationTemplate;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Programs that the network is made of are not on this computer. Says which, and the official way to get them. */
public final class MissingToolsException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    MissingToolsException(List<String> missing) throws IOException {
        super(ConfigurationTemplate.named("install.txt").filled(Map.of("missing", String.join(", ", missing))));
        this.missing = List.copyOf(missing);
    }

    public List<String> missing() {
        return missing;
    }
}
