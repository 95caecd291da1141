// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.permission;

import aegle.record.call.OwnerCall;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedFacts;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransactionRejectedException;
import aegle.sharing.key.GrantSealing.Grant;
import aegle.sharing.key.OwnedRecord;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Puts sealed grants into the stores and enters them on the ledger, with a journal before the first byte leaves. A call that is
 * repeated after a crash carries the same number and the same sealed bytes, so it happens once.
 */
final class GrantJournal {
    private static final String SEALED = "grant-bytes/";
    private static final String VERSION = "grant-version/";

    private final OwnedRecord owned;
    private final RecordStore store;
    private final SealedStore memory;
    private final SealedFacts<GrantPermission> grants;
    private final SealedFacts<ChangePermission> changes;
    private final SealedFacts<StoredObject> owed;

    GrantJournal(OwnedRecord owned, RecordStore store, SealedStore memory) {
        this.owned = owned;
        this.store = store;
        this.memory = memory;
        this.grants = new SealedFacts<>(memory, "grant-pending/", GrantPermission.class);
        this.changes = new SealedFacts<>(memory, "change-pending/", ChangePermission.class);
        this.owed = new SealedFacts<>(memory, "grant-owed/", StoredObject.class);
    }

    Permission carryOut(GrantPermission call, Grant grant) throws SharingException {
        keep(grant);
        grants.put(call.permission().hex(), call);
        PermissionAct first = () -> finish(call);
        return first.orElse(() -> drop(call));
    }

    Permission carryOut(ChangePermission call, Grant grant) throws SharingException {
        keep(grant);
        changes.put(call.permission().hex(), call);
        PermissionAct first = () -> finish(call);
        return first.orElse(() -> drop(call));
    }

    /**
     * Carry out what was interrupted.
     *
     * @return whether there was anything
     */
    boolean resume() throws SharingException {
        List<GrantPermission> pendingGrants = grants.all();
        List<ChangePermission> pendingChanges = changes.all();
        for (GrantPermission call : pendingGrants) {
            finish(call);
        }
        for (ChangePermission call : pendingChanges) {
            finish(call);
        }
        return !pendingGrants.isEmpty() || !pendingChanges.isEmpty();
    }

    private Permission finish(GrantPermission call) throws SharingException {
        return putAndPerform(call, call.grant(), () -> drop(call));
    }

    private Permission finish(ChangePermission call) throws SharingException {
        return putAndPerform(call, call.grant(), () -> drop(call));
    }

    private Permission putAndPerform(OwnerCall<Permission> call, StoredObject grant, Runnable drop)
            throws SharingException {
        try {
            put(grant);
            Permission permission = owned.perform(call);
            drop.run();
            return permission;
        } catch (LedgerRefusalException | TransactionRejectedException e) {
            drop.run();
            throw e;
        }
    }

    /** The call goes first: after a crash in between, bytes without a call are harmless, a call without bytes could not go on. */
    private void drop(GrantPermission call) {
        grants.remove(call.permission().hex());
        forget(call.grant());
    }

    private void drop(ChangePermission call) {
        changes.remove(call.permission().hex());
        forget(call.grant());
    }

    /** The version after the ledger's, and after any that was tried: an object is never overwritten. */
    int nextVersion(Permission permission) {
        int registered = permission.grant().key().version();
        int tried = memory.find(VERSION + permission.id().hex())
                .map(bytes -> ByteBuffer.wrap(bytes).getInt())
                .orElse(0);
        return Math.max(registered, tried) + 1;
    }

    void keep(Grant grant) {
        var key = grant.object().key();
        memory.put(
                VERSION + key.name().hex(),
                ByteBuffer.allocate(Integer.BYTES).putInt(key.version()).array());
        memory.put(SEALED + name(grant.object()), grant.sealed().toByteArray());
    }

    void put(StoredObject grant) throws SharingException {
        byte[] sealed = memory.find(SEALED + name(grant))
                .orElseThrow(() -> new IllegalStateException("the journal has lost a sealed grant"));
        try {
            int copies = store.put(grant, sealed, owned.uploadGate(grant));
            if (copies < store.status().configured()) {
                owed.put(name(grant), grant);
            } else {
                owed.remove(name(grant));
            }
        } catch (LedgerRefusalException e) {
            requireAlreadyNamed(e);
        }
    }

    /** Put what a store has missed into it; what the ledger will not let be put any more is forgotten. */
    void completeCopies() throws SharingException {
        for (StoredObject grant : owed.all()) {
            try {
                put(grant);
            } catch (LedgerRefusalException | RecordIntegrityException _) {
                owed.remove(name(grant));
            } catch (StoreUnavailableException _) {
                return;
            }
            forget(grant);
        }
    }

    /** After a crash the ledger may know the object already; then it had arrived, and the call is only repeated. */
    private static void requireAlreadyNamed(LedgerRefusalException refusal) throws LedgerRefusalException {
        if (refusal.code() != LedgerErrorCode.OBJECT_NAME_TAKEN) {
            throw refusal;
        }
    }

    /** Drop a grant's bytes, unless a store has missed them. */
    void forget(StoredObject grant) {
        if (owed.find(name(grant)).isEmpty()) {
            memory.remove(SEALED + name(grant));
        }
    }

    private static String name(StoredObject grant) {
        return grant.key().name().hex() + "/" + grant.key().version();
    }
}
