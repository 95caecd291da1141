// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.AccessId;
import java.time.Instant;

/** The latest permit of one clinician for one document: what the gate asks for before it hands out body or envelope. */
public record Permit(AccessId access, Instant time) {}
