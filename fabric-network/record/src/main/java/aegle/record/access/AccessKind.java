// SPDX-License-Identifier: Apache-2.0

package aegle.record.access;

/** What somebody did or wanted to do with a document. */
public enum AccessKind {
    OPEN,
    /** Opened from the program's sealed cache without the network, and told to the ledger afterwards. */
    OPEN_CACHED,
    UPLOAD
}
