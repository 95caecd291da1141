// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import java.util.List;

/** The calls by which an owner allows, changes and stops, and by which both sides see what is allowed. */
public interface PermissionCalls {

    /** Allow a clinician. The sealed grant must already lie in the store. */
    record GrantPermission(
            PatientPseudonym record,
            PermissionId permission,
            MemberId grantee,
            PermissionScope scope,
            StoredObject grant)
            implements OwnerCall<Permission> {
        @Override
        public Bytes factId() {
            return permission.value();
        }
    }

    /** Change what is allowed; needs the current version, and never revives a revoked permission. */
    record ChangePermission(
            PatientPseudonym record, PermissionId permission, PermissionScope scope, StoredObject grant, long version)
            implements OwnerCall<Permission> {
        @Override
        public Bytes factId() {
            return permission.value();
        }

        @Override
        public long factVersion() {
            return version;
        }
    }

    /** Stop a permission, at once and for good. */
    record RevokePermission(PatientPseudonym record, PermissionId permission, long version)
            implements OwnerCall<Permission> {
        @Override
        public Bytes factId() {
            return permission.value();
        }

        @Override
        public long factVersion() {
            return version;
        }
    }

    /** The owner's list of all permissions of her record, revoked and ended ones included. */
    record ListPermissions(PatientPseudonym record, int pageSize, String bookmark)
            implements OwnerCall<PermissionPage> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /** A clinician's list of all permissions given to her, revoked and ended ones included. */
    record ListGrantedPermissions(int pageSize, String bookmark) implements Query<PermissionPage> {}

    /** A page of permissions; an empty bookmark ends the list. */
    record PermissionPage(List<Permission> permissions, String bookmark) {}
}
