// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.OpaqueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the owner allowed, as the ledger's permission says it too; the reader refuses a difference.
 *
 * @param clinician the grantee's member number
 * @param study only for the right to share
 */
public record GrantTerms(OpaqueId clinician, Rights rights, Scope scope, Period period, Optional<Study> study) {

    /** Rights are separate: write does not imply read. */
    public record Rights(boolean read, boolean write, boolean share) {}

    /**
     * Categories by their ledger names, or within them "just these" documents by their numbers on the ledger.
     *
     * @param documents absent for whole categories
     */
    public record Scope(List<String> categories, Optional<List<OpaqueId>> documents) {
        public Scope {
            categories = List.copyOf(categories);
            documents = documents.map(List::copyOf);
            categories.forEach(category -> TextBounds.requireLedgerName("category", category));
        }
    }

    /** From inclusive, to exclusive, by the ledger's time in milliseconds. */
    public record Period(Instant from, Instant to) {}

    /** The study that documents may be shared with. */
    public record Study(OpaqueId id, boolean anonymised) {}
}
