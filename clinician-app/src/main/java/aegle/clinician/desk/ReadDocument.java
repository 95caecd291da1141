// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * A document that was permitted and verified, in memory. Whoever shows it takes the bytes over and wipes them.
 *
 * <p>{@link #permissionLastSeen} is there when it is shown without the network.
 */
public final class ReadDocument {
    private final byte[] content;
    private final String fileName;
    private final Optional<Instant> permissionLastSeen;

    /** Hand over a document. */
    public ReadDocument(byte[] content, String fileName, Optional<Instant> permissionLastSeen) {
        this.content = content;
        this.fileName = fileName;
        this.permissionLastSeen = permissionLastSeen;
    }

    /** The bytes themselves, not a copy. */
    public byte[] content() {
        return content;
    }

    public String fileName() {
        return fileName;
    }

    public Optional<Instant> permissionLastSeen() {
        return permissionLastSeen;
    }

    @Override
    public String toString() {
        return "ReadDocument[personal]";
    }
}
