// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import java.util.Map;
import java.util.Set;

/** What a started program sees of the launcher's environment: so little that no forgotten CORE_PEER_… of the user's reaches a node. */
public final class CleanEnvironment {
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TZ");

    private CleanEnvironment() {}

    /** Leave only what is kept, and add what the program needs. */
    public static void in(ProcessBuilder builder, Map<String, String> needed) {
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().putAll(needed);
    }
}
