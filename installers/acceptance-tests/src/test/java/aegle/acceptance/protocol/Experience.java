// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;

/**
 * What a user lived through.
 *
 * @param longestGap between two successes, or until the end
 * @param longestCall successful or not
 * @param errors how many of which type
 * @param shown what the program said meanwhile
 */
record Experience(
        String user,
        int done,
        Duration longestGap,
        Duration longestCall,
        Map<String, Integer> errors,
        SortedSet<String> shown) {
    /** Before the name of an exception that no program is prepared for. */
    static final String UNTYPED = "untyped:";

    boolean wasPreparedForAll() {
        return errors.keySet().stream().noneMatch(type -> type.startsWith(UNTYPED));
    }
}
