// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.PatientPseudonym;
import aegle.record.metadata.StoredObject;

/**
 * An object of the store that the ledger names: its digest and length, and in whose record. A name is never given twice.
 *
 * @param withdrawn tells that it is never handed out again
 */
public record NamedObject(PatientPseudonym record, StoredObject object, boolean withdrawn) {
    boolean isIn(PatientPseudonym other) {
        return record.equals(other) && !withdrawn;
    }
}
