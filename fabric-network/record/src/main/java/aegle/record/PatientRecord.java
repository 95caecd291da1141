// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.time.Instant;

/** A patient's record: the pseudonym and the key whose holder owns it. */
public record PatientRecord(
        PatientPseudonym id, SigningPublicKey ownerKey, RecordStatus status, Instant openedAt, long version) {}
