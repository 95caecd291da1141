// SPDX-License-Identifier: Apache-2.0

package aegle.record.metadata;

import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import java.time.Instant;
import java.util.Optional;

/** A private file of the patient's own, sealed to PKE_P: nobody else is ever given its objects. Removed ones stay as a tombstone. */
public record PrivateEntry(
        DocumentId id,
        PatientPseudonym record,
        ContentCommitment commitment,
        StoredDocument objects,
        Instant recordedAt,
        Optional<Instant> removedAt,
        long version) {

    public PrivateEntry removed(Instant time) {
        return new PrivateEntry(id, record, commitment, objects, recordedAt, Optional.of(time), version + 1);
    }
}
