// SPDX-License-Identifier: Apache-2.0

package aegle.record.metadata;

import aegle.record.Bytes;
import aegle.record.ObjectName;
import aegle.record.PermissionId;

/**
 * The address of one object in the store.
 *
 * @param name 16 bytes: an {@link ObjectName}, or the permission's number for a grant, or the kit's for a recovery snapshot
 * @param version counts a grant's or snapshot's versions from 1; 0 for everything else
 */
public record ObjectKey(ObjectKind kind, Bytes name, int version) {

    public ObjectKey {
        name.requireLength(ObjectName.LENGTH, "an object's name");
        if (version < 0 || (version > 0) != isVersioned(kind)) {
            throw new IllegalArgumentException("version " + version + " does not suit a " + kind);
        }
    }

    public static ObjectKey of(ObjectKind kind, ObjectName name) {
        return new ObjectKey(kind, name.value(), 0);
    }

    public static ObjectKey grant(PermissionId permission, int version) {
        return new ObjectKey(ObjectKind.GRANT, permission.value(), version);
    }

    private static boolean isVersioned(ObjectKind kind) {
        return kind == ObjectKind.GRANT || kind == ObjectKind.RECOVERY_SNAPSHOT;
    }

    /** The key within the bucket, such as {@code o/9f…c1.b} or {@code g/77…02/3}. */
    public String path() {
        String path = kind.prefix() + name.hex() + kind.suffix();
        return version == 0 ? path : path + "/" + version;
    }

    @Override
    public String toString() {
        return path();
    }
}
