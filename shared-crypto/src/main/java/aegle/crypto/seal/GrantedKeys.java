// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.pseudonym.PseudonymKey;
import java.util.List;
import java.util.Optional;

/**
 * The keys in a grant: K_pid, and for reading either category keys of every epoch or the envelopes of single documents.
 * Both lists are empty for writing alone. Takes over what it is given, and closes it with itself.
 */
public final class GrantedKeys implements AutoCloseable {
    private final PseudonymKey pseudonymKey;
    private final List<CategoryKeys> categories;
    private final List<GrantedFile> files;

    private GrantedKeys(PseudonymKey pseudonymKey, List<CategoryKeys> categories, List<GrantedFile> files) {
        this.pseudonymKey = pseudonymKey;
        this.categories = List.copyOf(categories);
        this.files = List.copyOf(files);
    }

    /** The keys to whole categories. */
    public static GrantedKeys ofCategories(PseudonymKey pseudonymKey, List<CategoryKeys> categories) {
        return new GrantedKeys(pseudonymKey, categories, List.of());
    }

    /** The keys to "just these" documents. */
    public static GrantedKeys ofFiles(PseudonymKey pseudonymKey, List<GrantedFile> files) {
        return new GrantedKeys(pseudonymKey, List.of(), files);
    }

    /** No key to read with. */
    public static GrantedKeys writeOnly(PseudonymKey pseudonymKey) {
        return new GrantedKeys(pseudonymKey, List.of(), List.of());
    }

    /** One category's keys in one epoch. */
    public record CategoryKeys(String category, int epoch, EncryptionKeyPair keys) {
        public CategoryKeys {
            TextBounds.requireLedgerName("category", category);
            if (epoch < 0) {
                throw new IllegalArgumentException("epochs count from 0");
            }
        }
    }

    /** One document's envelope, opened by the owner for this clinician. */
    public record GrantedFile(OpaqueId documentId, Envelope envelope) {}

    public PseudonymKey pseudonymKey() {
        return pseudonymKey;
    }

    public List<CategoryKeys> categories() {
        return categories;
    }

    public List<GrantedFile> files() {
        return files;
    }

    /** Returns the keys of this category and epoch, if granted; they are closed with this. */
    public Optional<EncryptionKeyPair> category(String category, int epoch) {
        return categories.stream()
                .filter(granted -> granted.category().equals(category) && granted.epoch() == epoch)
                .map(CategoryKeys::keys)
                .findFirst();
    }

    /** Returns the envelope of this document, if granted singly; it is closed with this. */
    public Optional<Envelope> file(OpaqueId documentId) {
        return files.stream()
                .filter(granted -> granted.documentId().equals(documentId))
                .map(GrantedFile::envelope)
                .findFirst();
    }

    @Override
    public void close() {
        pseudonymKey.close();
        categories.forEach(granted -> granted.keys().close());
        files.forEach(granted -> granted.envelope().close());
    }

    @Override
    public String toString() {
        return "GrantedKeys[secret]";
    }
}
