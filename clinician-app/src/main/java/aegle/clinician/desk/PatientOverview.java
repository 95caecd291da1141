// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.record.PatientPseudonym;
import aegle.record.permission.Permission;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.GrantedRecords.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that patients allow this clinician, and what they allowed before.
 *
 * @param rememberedAsOf when the ledger said so, if it does not answer now
 */
public record PatientOverview(
        List<GrantedRecord> records, List<Unreadable> unreadable, List<Ended> ended, Optional<Instant> rememberedAsOf) {
    public PatientOverview {
        records = List.copyOf(records);
        unreadable = List.copyOf(unreadable);
        ended = List.copyOf(ended);
    }

    /** The record as it is known now; empty once nothing is allowed in it any more, or while it cannot be read. */
    public Optional<GrantedRecord> record(PatientPseudonym id) {
        return records.stream().filter(record -> record.id().equals(id)).findFirst();
    }

    /** Tells whether something is allowed in a record, but its grant cannot be read now. */
    public boolean isUnreadable(PatientPseudonym id) {
        return unreadable.stream().anyMatch(each -> each.permission().record().equals(id));
    }

    /**
     * A permission that has ended.
     *
     * @param name the patient's, if she was seen on this computer before
     */
    public record Ended(Permission permission, Optional<String> name) {
        @Override
        public String toString() {
            return "Ended[personal]";
        }
    }
}
