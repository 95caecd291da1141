// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.link;

import aegle.record.PatientPseudonym;
import aegle.record.SigningPublicKey;
import java.time.Instant;

/**
 * Somebody at the hospital has compared the six words: this record, owned by this key, belongs to the local patient with this
 * number. Kept in the program's sealed memory, never on the ledger.
 */
public record IdentityLink(
        PatientPseudonym record,
        SigningPublicKey ownerKey,
        String hospitalNumber,
        LinkWay way,
        String confirmedBy,
        Instant time) {
    @Override
    public String toString() {
        return "IdentityLink[personal]";
    }
}
