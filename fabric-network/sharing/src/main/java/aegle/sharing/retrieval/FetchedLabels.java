// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.SealedContext;
import aegle.record.Bytes;
import aegle.record.DocumentId;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.IntegrityCheck;
import java.util.Map;
import java.util.Optional;

/** The sealed labels of one list, as far as they could be had. */
final class FetchedLabels {
    private final Map<DocumentId, Fetched> labels;

    FetchedLabels(Map<DocumentId, Fetched> labels) {
        this.labels = Map.copyOf(labels);
    }

    /** Open a document's label; what is wrong with it stands in the list. */
    ListedDocument listed(DocumentEntry entry, EncryptionKeyPair keys) {
        Fetched fetched = labels.getOrDefault(entry.id(), Fetched.nothing());
        return fetched.label()
                .map(bytes -> opened(entry, bytes, keys))
                .orElseGet(() -> new ListedDocument(entry, Optional.empty(), fetched.failure()));
    }

    private static ListedDocument opened(DocumentEntry entry, Bytes bytes, EncryptionKeyPair keys) {
        try {
            DocumentLabel label = DocumentLabel.open(bytes.toByteArray(), keys);
            var expected = new SealedContext(
                    DocumentVerification.opaque(entry.id()), entry.category().name(), entry.epoch(), 0);
            return label.context().equals(expected)
                    ? new ListedDocument(entry, Optional.of(label))
                    : ListedDocument.failing(entry, IntegrityCheck.CONTEXT);
        } catch (DecryptionException e) {
            return ListedDocument.failing(entry, IntegrityCheck.SEAL);
        } catch (FormatVersionUnknownException e) {
            return new ListedDocument(entry, Optional.empty());
        }
    }

    /** What came of fetching one label: its sealed bytes, a failed check, or nothing. */
    record Fetched(Optional<Bytes> label, Optional<IntegrityCheck> failure) {
        static Fetched of(byte[] bytes) {
            return new Fetched(Optional.of(Bytes.of(bytes)), Optional.empty());
        }

        static Fetched failing(IntegrityCheck check) {
            return new Fetched(Optional.empty(), Optional.of(check));
        }

        static Fetched nothing() {
            return new Fetched(Optional.empty(), Optional.empty());
        }
    }
}
