// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.record.member.Member;
import aegle.record.permission.Permission;
import java.time.Instant;

/** A permission together with the clinician whom it allows. */
public record AllowedPermission(Permission permission, Member clinician) {
    /** Says whether it counts now or will count. */
    public boolean isLive(Instant now) {
        return !permission.isRevoked() && !permission.scope().validity().isBefore(now);
    }

    /** When it ends by itself. */
    public Instant end() {
        return permission.scope().validity().to();
    }
}
