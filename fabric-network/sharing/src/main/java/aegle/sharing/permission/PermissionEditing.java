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
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.GrantSealing.Grant;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.permission.GivenPermissions.Given;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final GivenPermissions given;
    private final SecureRandom random;

    public PermissionEditing(OwnedRecord owned, GrantSealing sealing, MemberTrust members, Surroundings surroundings) {
        this.owned = owned;
        this.sealing = sealing;
        this.members = members;
        this.journal = new GrantJournal(owned, surroundings.store(), surroundings.memory());
        this.epochs = new EpochAdvance(owned, sealing, members, journal, surroundings);
        this.given = new GivenPermissions(surroundings.memory());
        this.random = surroundings.random();
    }

    /** All permissions of the record, revoked and ended ones included. */
    public List<Permission> permissions() throws SharingException {
        return owned.permissions();
    }

    /**
     * Allow a clinician, once her keys are found to be hers.
     *
     * @throws aegle.sharing.RecordIntegrityException if they are not
     * @throws aegle.sharing.OperationPendingException if the outcome is not known yet; {@link #resume()} completes it. After every
     *     other failure nothing has changed, and nothing will.
     */
    public Permission allow(Member grantee, PermissionScope scope) throws SharingException {
        members.verify(grantee);
        PermissionId id = PermissionId.random(random);
        Grant grant = sealing.seal(id, grantee, scope, 1, currentEpochs());
        var call = new GrantPermission(owned.id(), id, grantee.id(), scope, grant.object());
        return given.become(id, Optional.of(new Given(grantee.id(), scope)), () -> journal.carryOut(call, grant));
    }

    /** Change what is allowed. What a narrower permission no longer covers stays readable where it has been read. */
    public Permission change(Permission permission, Member grantee, PermissionScope scope) throws SharingException {
        members.verify(grantee);
        int version = journal.nextVersion(permission);
        Grant grant = sealing.seal(permission.id(), grantee, scope, version, currentEpochs());
        var call = new ChangePermission(owned.id(), permission.id(), scope, grant.object(), permission.version());
        epochs.schedule(EpochAdvance.categoriesLost(permission.scope(), scope));
        Permission changed = given.become(
                permission.id(), Optional.of(new Given(grantee.id(), scope)), () -> journal.carryOut(call, grant));
        advanceEnded();
        return changed;
    }

    /** Stop a permission at once, even if nothing can be kept on this computer; then move the keys of its categories on. */
    public Permission stop(Permission permission) throws SharingException {
        var call = new RevokePermission(owned.id(), permission.id(), permission.version());
        Permission revoked = given.end(permission.id(), () -> owned.perform(call));
        advanceEnded();
        return revoked;
    }

    /** Complete what a crash, a lost network or a store that was down has interrupted, and move keys on for permissions that have ended. */
    public void resume() throws SharingException {
        if (journal.resume()) {
            epochs.schedule(EnumSet.allOf(DocumentCategory.class));
        }
        advanceKeys();
        journal.completeCopies();
    }

    private void advanceKeys() throws SharingException {
        epochs.scheduleEnded(permissions());
        epochs.advanceScheduled();
    }

    /** The act is done, whatever becomes of the keys now: what is still due, {@link #resume()} finds and does. */
    private void advanceEnded() {
        try {
            advanceKeys();
        } catch (SharingException _) {
            return;
        }
    }

    private Map<DocumentCategory, Integer> currentEpochs() throws SharingException {
        RecordView view = owned.find();
        var current = new EnumMap<DocumentCategory, Integer>(DocumentCategory.class);
        view.categoryKeys().forEach(key -> current.put(key.category(), key.epoch()));
        return current;
    }

    /** What permissions are edited with besides keys. */
    public record Surroundings(RecordStore store, SealedStore memory, Clock clock, SecureRandom random) {}
}
