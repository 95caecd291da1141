// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.privatefile;

import aegle.record.metadata.PrivateEntry;
import java.time.Instant;

/**
 * A private file in the patient's own list, from its sealed envelope.
 *
 * @param length of the file, in bytes
 */
public record ListedPrivateFile(PrivateEntry entry, String name, String title, long length) {
    public Instant added() {
        return entry.recordedAt();
    }

    @Override
    public String toString() {
        return "ListedPrivateFile[" + entry.id() + "]";
    }
}
