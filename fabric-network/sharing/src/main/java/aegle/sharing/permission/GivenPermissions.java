// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.permission;

import aegle.record.MemberId;
import aegle.record.PermissionId;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.sharing.SealedFacts;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import java.util.Optional;

/**
 * What the patient herself has allowed with this wallet. Keys are sealed anew only for what stands here, so that a peer that
 * invents a permission, widens one, or hides that one was stopped gains nobody a key.
 */
final class GivenPermissions {
    private final SealedFacts<Given> given;

    GivenPermissions(SealedStore memory) {
        this.given = new SealedFacts<>(memory, "given/", Given.class);
    }

    /** Carry out an act after which {@code after} is given; until its outcome is known, that is already what counts. */
    Permission become(PermissionId permission, Optional<Given> after, PermissionAct act) throws SharingException {
        Optional<Given> before = given.find(permission.hex());
        put(permission, after);
        return act.orElse(() -> put(permission, before));
    }

    /** Carry out an act that stops a permission: it must not wait until there is room on this computer's disk. */
    Permission end(PermissionId permission, PermissionAct act) throws SharingException {
        Optional<Given> before = given.find(permission.hex());
        boolean forgotten = false;
        try {
            given.remove(permission.hex());
            forgotten = true;
        } finally {
            if (!forgotten) {
                act.carryOut();
            }
        }
        return act.orElse(() -> put(permission, before));
    }

    private void put(PermissionId permission, Optional<Given> now) {
        now.ifPresentOrElse(words -> given.put(permission.hex(), words), () -> given.remove(permission.hex()));
    }

    /** Says whether the ledger's permission is, word for word, what the patient allowed and has not stopped. */
    boolean confirm(Permission permission) {
        return given.find(permission.id().hex())
                .filter(new Given(permission.grantee(), permission.scope())::equals)
                .isPresent();
    }

    /** To whom, and what. */
    public record Given(MemberId grantee, PermissionScope scope) {}
}
