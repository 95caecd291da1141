// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.PatientPseudonym;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import java.util.List;
import java.util.Optional;

/** The names of all objects that the ledger vouches for. A name belongs to one fact of one record, for ever. */
final class ObjectRegister {
    private final LedgerState ledger;

    ObjectRegister(LedgerState ledger) {
        this.ledger = ledger;
    }

    boolean knows(ObjectKey object) {
        return ledger.has(LedgerKey.object(object));
    }

    /** Refuse a name that stands for anything but exactly this object of this record, of which a copy may be missing. */
    void requireFreeFor(PatientPseudonym record, StoredObject object) {
        requireFree(
                object.key(),
                find(object.key())
                        .map(named -> named.isIn(record) && named.object().equals(object))
                        .orElse(true));
    }

    /** Refuse a name that stands for an object of another record, or for one that was withdrawn. */
    void requireFreeFor(PatientPseudonym record, ObjectKey object) {
        requireFree(object, find(object).map(named -> named.isIn(record)).orElse(true));
    }

    void name(PatientPseudonym record, StoredObject object) {
        requireFree(object.key(), !knows(object.key()));
        ledger.put(LedgerKey.object(object.key()), new NamedObject(record, object, false));
    }

    void name(PatientPseudonym record, StoredDocument document) {
        objects(document).forEach(object -> name(record, object));
    }

    void withdraw(PatientPseudonym record, StoredDocument document) {
        objects(document)
                .forEach(object -> ledger.put(LedgerKey.object(object.key()), new NamedObject(record, object, true)));
    }

    void requireNamed(PatientPseudonym record, ObjectKey object) {
        boolean named = find(object).filter(found -> found.isIn(record)).isPresent();
        RefusedException.unless(named, LedgerErrorCode.OBJECT_UNKNOWN, "the record does not name " + object);
    }

    private Optional<NamedObject> find(ObjectKey object) {
        return ledger.find(NamedObject.class, LedgerKey.object(object));
    }

    private static void requireFree(ObjectKey object, boolean isFree) {
        RefusedException.unless(isFree, LedgerErrorCode.OBJECT_NAME_TAKEN, "the ledger knows " + object);
    }

    static List<StoredObject> objects(StoredDocument document) {
        return List.of(document.body(), document.envelope(), document.label());
    }
}
