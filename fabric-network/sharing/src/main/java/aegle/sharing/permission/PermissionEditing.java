// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.permission;

import aegle.record.PermissionId;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.sharing.SharingException;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.GrantSealing.Grant;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a patient allows, changes and stops. Each act is journalled before its first byte leaves, so that after a crash
 * {@link #resume()} completes it, once.
 */
public final class PermissionEditing {
    private final OwnedRecord owned;
    private final GrantSealing sealing;
    private final MemberTrust members;
    private final GrantJournal journal;
    private final EpochAdvance epochs;
    private final SecureRandom random;

    public PermissionEditing(
            OwnedRecord owned,
            GrantSealing sealing,
            MemberTrust members,
            GrantJournal journal,
            EpochAdvance epochs,
            SecureRandom random) {
        this.owned = owned;
        this.sealing = sealing;
        this.members = members;
        this.journal = journal;
        this.epochs = epochs;
        this.random = random;
    }

    /** All permissions of the record, revoked and ended ones included. */
    public List<Permission> permissions() throws SharingException {
        return owned.permissions();
    }

    /**
     * Allow a clinician, once her keys are found to be hers.
     *
     * @throws aegle.sharing.RecordIntegrityException if they are not
     */
    public Permission allow(Member grantee, PermissionScope scope) throws SharingException {
        members.verify(grantee);
        PermissionId id = PermissionId.random(random);
        Grant grant = sealing.seal(id, grantee, scope, 1, currentEpochs());
        var call = new GrantPermission(owned.id(), id, grantee.id(), scope, grant.object());
        return journal.carryOut(call, grant);
    }

    /** Change what is allowed. What a narrower permission no longer covers stays readable where it has been read. */
    public Permission change(Permission permission, Member grantee, PermissionScope scope) throws SharingException {
        members.verify(grantee);
        int version = journal.nextVersion(permission);
        Grant grant = sealing.seal(permission.id(), grantee, scope, version, currentEpochs());
        var call = new ChangePermission(owned.id(), permission.id(), scope, grant.object(), permission.version());
        epochs.schedule(EpochAdvance.categoriesLost(permission.scope(), scope));
        Permission changed = journal.carryOut(call, grant);
        epochs.advanceScheduled();
        return changed;
    }

    /** Stop a permission at once, then move the keys of its categories on. */
    public Permission stop(Permission permission) throws SharingException {
        Permission revoked = owned.perform(new RevokePermission(owned.id(), permission.id(), permission.version()));
        advanceEnded();
        return revoked;
    }

    /** Complete what a crash or a lost network has interrupted, and move keys on for permissions that have ended. */
    public void resume() throws SharingException {
        journal.resume();
        advanceEnded();
    }

    private void advanceEnded() throws SharingException {
        epochs.scheduleEnded(permissions());
        epochs.advanceScheduled();
    }

    private Map<DocumentCategory, Integer> currentEpochs() throws SharingException {
        RecordView view = owned.find();
        var current = new EnumMap<DocumentCategory, Integer>(DocumentCategory.class);
        view.categoryKeys().forEach(key -> current.put(key.category(), key.epoch()));
        return current;
    }
}
