// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.seal.GrantContent;
import aegle.crypto.seal.GrantedPatient;
import aegle.record.CategoryKey;
import aegle.record.PatientPseudonym;
import aegle.record.SigningPublicKey;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.PermissionCalls.PermissionPage;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.Pages;
import aegle.sharing.ProgramTooOldException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.key.GrantOpening;
import aegle.sharing.key.PatientCard;
import aegle.sharing.link.IdentityLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The patients who allow this clinician, each named by her own grant and never by the ledger. */
public final class GrantedRecords {
    private final RecordLedger ledger;
    private final GrantOpening grants;
    private final IdentityLinks links;
    private final Clock clock;

    public GrantedRecords(RecordLedger ledger, GrantOpening grants, IdentityLinks links, Clock clock) {
        this.ledger = ledger;
        this.grants = grants;
        this.links = links;
        this.clock = clock;
    }

    /** Everything that patients allow this clinician, whatever has become of it. */
    public List<Permission> permissions() throws SharingException {
        return Pages.all(
                bookmark -> ledger.evaluate(new ListGrantedPermissions(Pages.SIZE, bookmark)),
                PermissionPage::permissions,
                PermissionPage::bookmark);
    }

    /**
     * The records of permissions that count now; those whose grant does not hold are told apart, so that nobody's odd record hides
     * another's.
     *
     * @throws StoreUnavailableException if no store answers and no record can be shown without one
     */
    public Overview read() throws SharingException {
        Instant now = clock.instant();
        List<Permission> all = permissions();
        Map<PatientPseudonym, List<Permission>> current = new LinkedHashMap<>();
        var ended = new ArrayList<Permission>();
        for (Permission permission : all) {
            if (permission.isRevoked() || permission.scope().validity().isBefore(now)) {
                grants.forget(permission);
                ended.add(permission);
            } else if (permission.scope().validity().contains(now)) {
                current.computeIfAbsent(permission.record(), _ -> new ArrayList<>())
                        .add(permission);
            }
        }
        var records = new ArrayList<GrantedRecord>();
        var unreadable = new ArrayList<Unreadable>();
        Optional<StoreUnavailableException> storeFailure = Optional.empty();
        for (List<Permission> permissions : current.values()) {
            try {
                record(permissions, ended).ifPresent(records::add);
            } catch (RecordIntegrityException e) {
                unreadable.add(new Unreadable(permissions.getFirst(), e.check()));
            } catch (ProgramTooOldException e) {
                unreadable.add(new Unreadable(permissions.getFirst(), IntegrityCheck.GRANT_READABLE));
            } catch (StoreUnavailableException e) {
                unreadable.add(new Unreadable(permissions.getFirst(), IntegrityCheck.GRANT_READABLE));
                storeFailure = Optional.of(e);
            }
        }
        if (records.isEmpty() && storeFailure.isPresent()) {
            throw storeFailure.get();
        }
        return new Overview(List.copyOf(records), List.copyOf(unreadable), List.copyOf(ended));
    }

    /** One patient's record by the permissions that count; empty if the ledger, whose clock decides, lets none of them count now. */
    private Optional<GrantedRecord> record(List<Permission> permissions, List<Permission> ended)
            throws SharingException {
        var looks = new ArrayList<Look>();
        for (Permission permission : permissions) {
            try {
                looks.add(look(permission));
            } catch (LedgerRefusalException e) {
                if (isEnded(e)) {
                    ended.add(permission);
                }
            }
        }
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        var categoryKeys = new EnumMap<DocumentCategory, CategoryKey>(DocumentCategory.class);
        looks.forEach(look -> look.keys().forEach(key -> categoryKeys.put(key.category(), key)));
        Look last = looks.getLast();
        PatientPseudonym id = last.permission().record();
        return Optional.of(new GrantedRecord(
                id,
                last.ownerKey(),
                last.card(),
                looks.stream().map(Look::permission).toList(),
                List.copyOf(categoryKeys.values()),
                links.find(id, last.ownerKey())));
    }

    /**
     * Between the list and the look a record may have been closed, or a permission have ended; and by the ledger's clock it may not
     * have begun.
     */
    private static boolean isEnded(LedgerRefusalException refusal) throws LedgerRefusalException {
        return switch (refusal.code()) {
            case RECORD_NOT_OPEN, PERMISSION_REVOKED, PERMISSION_EXPIRED -> true;
            case PERMISSION_NOT_YET_VALID -> false;
            default -> throw refusal;
        };
    }

    private Look look(Permission permission) throws SharingException {
        RecordView view = ledger.evaluate(new FindGrantedRecord(permission.record(), permission.id()));
        SigningPublicKey ownerKey = view.record().ownerKey();
        try (GrantContent content = grants.open(permission, ownerKey)) {
            for (CategoryKey key : view.categoryKeys()) {
                requireVouchedFor(key, permission, ownerKey);
            }
            return new Look(permission, ownerKey, card(content.patient()), view.categoryKeys());
        }
    }

    /** The grant is hers, but what she wrote into it need not be fit to be shown. */
    private static PatientCard card(GrantedPatient patient) throws RecordIntegrityException {
        try {
            return new PatientCard(patient.name(), patient.birthDate(), patient.hospitalNumbers());
        } catch (IllegalArgumentException e) {
            throw new RecordIntegrityException(IntegrityCheck.GRANT_READABLE, e);
        }
    }

    private void requireVouchedFor(CategoryKey key, Permission permission, SigningPublicKey ownerKey)
            throws RecordIntegrityException {
        if (!key.record().equals(permission.record()) || !key.isVouchedFor(ledger.network(), ownerKey)) {
            throw new RecordIntegrityException(IntegrityCheck.CATEGORY_RECIPIENT);
        }
    }

    /** What one permission shows of a record. */
    private record Look(Permission permission, SigningPublicKey ownerKey, PatientCard card, List<CategoryKey> keys) {}

    /** What a clinician's list of patients is made of. */
    public record Overview(List<GrantedRecord> records, List<Unreadable> unreadable, List<Permission> ended) {}

    /** A permission whose grant does not hold, and the check that failed. */
    public record Unreadable(Permission permission, IntegrityCheck check) {}
}
