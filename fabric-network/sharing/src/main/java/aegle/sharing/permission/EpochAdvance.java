// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.permission;

import aegle.record.CategoryKey;
import aegle.record.call.RecordCalls;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.GrantRenewal;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.activity.ClinicianDirectory;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.GrantSealing.Grant;
import aegle.sharing.key.OwnedRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves a category's keys on after a revocation or an expiry, so that the keys of those who have left open nothing that comes
 * later, and seals the new keys to those who remain (crypto.md 3.5). What is due is remembered until it is done.
 */
public final class EpochAdvance {
    private static final String DUE = "epoch-due/";
    private static final String HANDLED = "epoch-ended/";
    private static final int RENEWALS_PER_PAGE = 50;
    private static final int ATTEMPTS = 3;

    private final OwnedRecord owned;
    private final GrantSealing sealing;
    private final GrantJournal journal;
    private final ClinicianDirectory directory;
    private final SealedStore memory;
    private final Clock clock;

    public EpochAdvance(
            OwnedRecord owned,
            GrantSealing sealing,
            GrantJournal journal,
            ClinicianDirectory directory,
            SealedStore memory,
            Clock clock) {
        this.owned = owned;
        this.sealing = sealing;
        this.journal = journal;
        this.directory = directory;
        this.memory = memory;
        this.clock = clock;
    }

    /** The categories whose keys a scope hands out. */
    static Set<DocumentCategory> categoriesRead(PermissionScope scope) {
        boolean holdsKeys =
                scope.rights().contains(Right.READ) && scope.documents().isEmpty();
        return holdsKeys ? scope.categories() : Set.of();
    }

    /** The categories whose keys were handed out and are no longer. */
    static Set<DocumentCategory> categoriesLost(PermissionScope before, PermissionScope after) {
        var lost = EnumSet.noneOf(DocumentCategory.class);
        lost.addAll(categoriesRead(before));
        lost.removeAll(categoriesRead(after));
        return lost;
    }

    void schedule(Set<DocumentCategory> categories) {
        categories.forEach(category -> memory.put(DUE + category.name(), new byte[] {1}));
    }

    /** Schedule the categories of permissions that were revoked or have run out since this was last asked. */
    void scheduleEnded(List<Permission> permissions) {
        Instant now = clock.instant();
        for (Permission permission : permissions) {
            boolean ended =
                    permission.isRevoked() || permission.scope().validity().isBefore(now);
            if (ended && memory.find(HANDLED + permission.id().hex()).isEmpty()) {
                schedule(categoriesRead(permission.scope()));
                memory.put(HANDLED + permission.id().hex(), new byte[] {1});
            }
        }
    }

    void advanceScheduled() throws SharingException {
        for (DocumentCategory category : DocumentCategory.values()) {
            if (memory.find(DUE + category.name()).isPresent()) {
                advance(category);
                memory.remove(DUE + category.name());
            }
        }
    }

    private void advance(DocumentCategory category) throws SharingException {
        for (int attempt = 1; ; attempt++) {
            try {
                advanceOnce(category);
                return;
            } catch (LedgerRefusalException e) {
                boolean overtaken =
                        e.code() == LedgerErrorCode.VERSION_CHANGED || e.code() == LedgerErrorCode.EPOCH_STALE;
                if (!overtaken || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void advanceOnce(DocumentCategory category) throws SharingException {
        RecordView view = owned.find();
        int next =
                RecordCalls.categoryKey(view, category).map(CategoryKey::epoch).orElse(0) + 1;
        Map<DocumentCategory, Integer> epochs = epochs(view);
        epochs.put(category, next);
        var renewals = new ArrayList<GrantRenewal>();
        for (Permission permission : remaining(category)) {
            renewals.add(renew(permission, epochs));
        }
        CategoryKey nextKey = owned.categoryKey(category, next);
        for (int from = 0; from == 0 || from < renewals.size(); from += RENEWALS_PER_PAGE) {
            var page = renewals.subList(from, Math.min(renewals.size(), from + RENEWALS_PER_PAGE));
            owned.perform(new AdvanceEpoch(owned.id(), nextKey, List.copyOf(page)));
        }
        renewals.forEach(renewal -> journal.forget(renewal.grant()));
    }

    private GrantRenewal renew(Permission permission, Map<DocumentCategory, Integer> epochs) throws SharingException {
        int version = journal.nextVersion(permission);
        Grant grant = sealing.seal(
                permission.id(), directory.member(permission.grantee()), permission.scope(), version, epochs);
        journal.keep(grant);
        journal.put(grant.object());
        return new GrantRenewal(permission.id(), grant.object());
    }

    private static Map<DocumentCategory, Integer> epochs(RecordView view) {
        var epochs = new EnumMap<DocumentCategory, Integer>(DocumentCategory.class);
        view.categoryKeys().forEach(key -> epochs.put(key.category(), key.epoch()));
        return epochs;
    }

    private List<Permission> remaining(DocumentCategory category) throws SharingException {
        Instant now = clock.instant();
        return owned.permissions().stream()
                .filter(permission -> !permission.isRevoked()
                        && !permission.scope().validity().isBefore(now)
                        && categoriesRead(permission.scope()).contains(category))
                .toList();
    }
}
