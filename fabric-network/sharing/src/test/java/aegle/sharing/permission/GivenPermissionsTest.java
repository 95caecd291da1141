// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.permission;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.PermissionId;
import aegle.record.codec.LedgerErrorCode;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SealedStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GivenPermissionsTest {
    private final GivenPermissions given = new GivenPermissions(new FullDisk());
    private final PermissionId permission = PermissionId.random(new SecureRandom());

    @Test
    void a_full_disk_does_not_keep_a_patient_from_stopping_a_permission() {
        var answer = new LedgerRefusalException(LedgerErrorCode.PERMISSION_REVOKED, "stopped before");

        assertSame(
                answer,
                assertThrows(
                        LedgerRefusalException.class,
                        () -> given.end(permission, () -> {
                            throw answer;
                        })));
    }

    /** Reads and does not write. */
    private static final class FullDisk implements SealedStore {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.empty();
        }

        @Override
        public void put(String name, byte[] content) {
            throw new IllegalStateException("no room");
        }

        @Override
        public void remove(String name) {
            throw new IllegalStateException("no room");
        }

        @Override
        public List<String> names(String prefix) {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
