// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.embedded.NetworkParts;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.security.SecureRandom;
import java.time.Clock;

/** What a play is staged with: the network it founds, and the time and the chance that all its programs share. */
public record Staging(NetworkFounding founding, Clock clock, SecureRandom random) {

    /** On a network of this kind, with nothing wrong in it. */
    public static Staging on(NetworkKind kind, Clock clock, SecureRandom random) {
        return new Staging(NetworkFounding.of(kind, clock, random), clock, random);
    }

    /** On an embedded network of these parts. */
    public static Staging on(NetworkParts parts) {
        return new Staging(NetworkFounding.of(parts), parts.clock(), parts.random());
    }
}
