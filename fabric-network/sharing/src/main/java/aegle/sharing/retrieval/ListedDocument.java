// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.seal.DocumentLabel;
import aegle.record.metadata.DocumentEntry;
import java.util.Optional;

/**
 * A document in a list.
 *
 * @param label what its sealed label says; empty if it could not be fetched or its seal does not hold
 */
public record ListedDocument(DocumentEntry entry, Optional<DocumentLabel> label) {}
