// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.seal.DocumentDescription;
import aegle.record.PlainText;
import aegle.record.metadata.DocumentEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A document after every check has passed: unchanged since the uploader signed it. It lives in memory only; closing wipes it.
 */
public final class OpenedDocument implements AutoCloseable {
    private final DocumentEntry entry;
    private final DocumentDescription description;
    private final byte[] content;
    private final Optional<Instant> permissionLastSeen;

    OpenedDocument(
            DocumentEntry entry,
            DocumentDescription description,
            byte[] content,
            Optional<Instant> permissionLastSeen) {
        this.entry = entry;
        this.description = description;
        this.content = content;
        this.permissionLastSeen = permissionLastSeen;
    }

    public DocumentEntry entry() {
        return entry;
    }

    /** The file's name as the uploader gave it, in plain text; never used as a path. */
    public String name() {
        return PlainText.of(description.name());
    }

    public String title() {
        return PlainText.of(description.title());
    }

    public String mediaType() {
        return description.mediaType();
    }

    /** The bytes themselves, not a copy: valid until this is closed. */
    public byte[] content() {
        return content;
    }

    /** When shown without an answer of the ledger: when the permission was last seen valid. Empty after a permit. */
    public Optional<Instant> permissionLastSeen() {
        return permissionLastSeen;
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return "OpenedDocument[" + entry.id() + "]";
    }
}
