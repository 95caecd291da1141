// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.privatefile;

import aegle.crypto.seal.DocumentDescription;
import aegle.record.metadata.PrivateEntry;
import java.util.Arrays;

/** A private file after every check has passed. It lives in memory only; closing wipes it. */
public final class OpenedPrivateFile implements AutoCloseable {
    private final PrivateEntry entry;
    private final DocumentDescription description;
    private final byte[] content;

    OpenedPrivateFile(PrivateEntry entry, DocumentDescription description, byte[] content) {
        this.entry = entry;
        this.description = description;
        this.content = content;
    }

    public PrivateEntry entry() {
        return entry;
    }

    public String name() {
        return description.name();
    }

    public String title() {
        return description.title();
    }

    public String mediaType() {
        return description.mediaType();
    }

    /** The bytes themselves, not a copy: valid until this is closed. */
    public byte[] content() {
        return content;
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return "OpenedPrivateFile[" + entry.id() + "]";
    }
}
