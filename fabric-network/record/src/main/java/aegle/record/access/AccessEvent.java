// SPDX-License-Identifier: Apache-2.0

package aegle.record.access;

import aegle.record.AccessId;
import aegle.record.DocumentId;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.codec.LedgerErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * One look, upload or refusal, written by the contract itself and visible to the patient.
 *
 * @param denial why it was refused; empty if it was permitted
 * @param time when the ledger recorded it
 * @param openedAt when a cached document was really opened; empty for everything else
 */
public record AccessEvent(
        AccessId id,
        PatientPseudonym record,
        MemberId member,
        AccessKind kind,
        DocumentId document,
        Optional<PermissionId> permission,
        Optional<LedgerErrorCode> denial,
        Instant time,
        Optional<Instant> openedAt,
        String transactionId) {

    public boolean isPermitted() {
        return denial.isEmpty();
    }
}
