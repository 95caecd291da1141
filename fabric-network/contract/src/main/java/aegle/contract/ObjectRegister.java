// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.PatientPseudonym;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import java.util.List;

/** The names of all objects that the ledger vouches for. A name belongs to one fact of one record, for ever. */
final class ObjectRegister {
    private final LedgerState ledger;

    ObjectRegister(LedgerState ledger) {
        this.ledger = ledger;
    }

    void requireUnknown(ObjectKey object) {
        RefusedException.unless(
                !ledger.has(LedgerKey.object(object)), LedgerErrorCode.OBJECT_NAME_TAKEN, "the ledger knows " + object);
    }

    void name(PatientPseudonym record, StoredObject object) {
        requireUnknown(object.key());
        ledger.put(LedgerKey.object(object.key()), new NamedObject(record, false));
    }

    void name(PatientPseudonym record, StoredDocument document) {
        objects(document).forEach(object -> name(record, object));
    }

    void withdraw(PatientPseudonym record, StoredDocument document) {
        objects(document).forEach(object -> ledger.put(LedgerKey.object(object.key()), new NamedObject(record, true)));
    }

    void requireNamed(PatientPseudonym record, ObjectKey object) {
        boolean named = ledger.find(NamedObject.class, LedgerKey.object(object))
                .filter(found -> found.record().equals(record) && !found.withdrawn())
                .isPresent();
        RefusedException.unless(named, LedgerErrorCode.OBJECT_UNKNOWN, "the record does not name " + object);
    }

    static List<StoredObject> objects(StoredDocument document) {
        return List.of(document.body(), document.envelope(), document.label());
    }
}
