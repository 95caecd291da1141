// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.permission;

import aegle.record.CategoryKey;
import aegle.record.call.RecordCalls;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.GrantRenewal;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.GrantSealing.Grant;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a category's keys on after a revocation or an expiry, so that the keys of those who have left open nothing that comes
 * later, and seals the new keys to those who remain ({@code contract/docs/rules.md}, rule 10): whom the patient herself
 * allowed, and whose keys are verified. Who is not found to be so gets none until she is allowed again. What is due is
 * remembered until it is done.
 */
final class EpochAdvance {
    private static final String DUE = "epoch-due/";
    private static final String HANDLED = "epoch-ended/";
    private static final int RENEWALS_PER_PAGE = 50;
    private static final int ATTEMPTS = 3;

    private final OwnedRecord owned;
    private final GrantSealing sealing;
    private final GrantJournal journal;
    private final GivenPermissions given;
    private final MemberTrust members;
    private final SealedStore memory;
    private final Clock clock;

    EpochAdvance(
            OwnedRecord owned,
            GrantSealing sealing,
            MemberTrust members,
            GrantJournal journal,
            PermissionEditing.Surroundings surroundings) {
        this.owned = owned;
        this.sealing = sealing;
        this.members = members;
        this.journal = journal;
        this.given = new GivenPermissions(surroundings.memory());
        this.memory = surroundings.memory();
        this.clock = surroundings.clock();
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
            String handled = HANDLED + permission.id().hex() + "/" + permission.version();
            if (ended && memory.find(handled).isEmpty()) {
                schedule(categoriesRead(permission.scope()));
                memory.put(handled, new byte[] {1});
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
            renew(permission, epochs).ifPresent(renewals::add);
        }
        CategoryKey nextKey = owned.categoryKey(category, next);
        for (int from = 0; from == 0 || from < renewals.size(); from += RENEWALS_PER_PAGE) {
            var page = renewals.subList(from, Math.min(renewals.size(), from + RENEWALS_PER_PAGE));
            owned.perform(new AdvanceEpoch(owned.id(), nextKey, List.copyOf(page)));
        }
        renewals.forEach(renewal -> journal.forget(renewal.grant()));
    }

    private Optional<GrantRenewal> renew(Permission permission, Map<DocumentCategory, Integer> epochs)
            throws SharingException {
        Member grantee;
        try {
            grantee = members.member(permission.grantee());
        } catch (RecordIntegrityException e) {
            return Optional.empty();
        }
        int version = journal.nextVersion(permission);
        Grant grant = sealing.seal(permission.id(), grantee, permission.scope(), version, epochs);
        journal.keep(grant);
        journal.put(grant.object());
        return Optional.of(new GrantRenewal(permission.id(), grant.object()));
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
                        && categoriesRead(permission.scope()).contains(category)
                        && given.confirm(permission))
                .toList();
    }
}
