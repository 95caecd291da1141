// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a certificate's organizational unit makes of its owner (Fabric's NodeOUs, with their default names). */
enum NodeRole {
    CLIENT,
    ADMIN,
    PEER,
    ORDERER;

    /** Who may propose and submit (Channel/Application/Writers). */
    static final Set<NodeRole> WRITERS = Set.of(CLIENT, ADMIN);

    /** Who may ask for commit status and events (Channel/Application/Readers). */
    static final Set<NodeRole> READERS = Set.of(CLIENT, ADMIN, PEER);

    static Optional<NodeRole> named(String organizationalUnit) {
        for (NodeRole role : values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(organizationalUnit)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
