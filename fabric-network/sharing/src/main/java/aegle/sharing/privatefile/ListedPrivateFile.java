// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.privatefile;

import aegle.crypto.seal.DocumentDescription;
import aegle.record.metadata.PrivateEntry;
import aegle.sharing.SharingException;
import java.time.Instant;
import java.util.Optional;

/**
 * A private file in the patient's own list, from its sealed envelope.
 *
 * @param name empty, as the title, if the envelope cannot be read
 * @param length of the file, in bytes; 0 if the envelope cannot be read
 * @param failure why the envelope cannot be read
 */
public record ListedPrivateFile(
        PrivateEntry entry, String name, String title, long length, Optional<SharingException> failure) {

    static ListedPrivateFile of(PrivateEntry entry, DocumentDescription description) {
        return new ListedPrivateFile(
                entry,
                description.name(),
                description.title(),
                description.content().length(),
                Optional.empty());
    }

    static ListedPrivateFile unreadable(PrivateEntry entry, SharingException failure) {
        return new ListedPrivateFile(entry, "", "", 0, Optional.of(failure));
    }

    /** Tells whether there is something to open. */
    public boolean isReadable() {
        return failure.isEmpty();
    }

    public Instant added() {
        return entry.recordedAt();
    }

    @Override
    public String toString() {
        return "ListedPrivateFile[" + entry.id() + "]";
    }
}
