// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

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
