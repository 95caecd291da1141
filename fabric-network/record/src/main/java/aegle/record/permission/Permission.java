// SPDX-License-Identifier: Apache-2.0

package aegle.record.permission;

import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.metadata.StoredObject;
import java.time.Instant;
import java.util.Optional;

/**
 * One clinician's permission in one record. Revoked is final.
 *
 * @param grant the current version of the sealed keys, as they lie in the store
 */
public record Permission(
        PermissionId id,
        PatientPseudonym record,
        MemberId grantee,
        PermissionScope scope,
        StoredObject grant,
        Instant grantedAt,
        Optional<Instant> revokedAt,
        long version) {

    public Permission changed(PermissionScope newScope, StoredObject newGrant) {
        return new Permission(id, record, grantee, newScope, newGrant, grantedAt, revokedAt, version + 1);
    }

    public Permission revoked(Instant time) {
        return new Permission(id, record, grantee, scope, grant, grantedAt, Optional.of(time), version + 1);
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }
}
