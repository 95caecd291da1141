// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.crypto.Digest;
import aegle.crypto.OpaqueId;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

final class CommitmentKeyTest {
    private final SecureRandom random = new SecureRandom();
    private final OpaqueId documentId = OpaqueId.random(random);
    private final ContentDigest content = new ContentDigest(Digest.sha256Of(new byte[] {1, 2, 3}), 3);

    @Test
    void a_commitment_opens_only_to_its_document_content_and_key() {
        try (var key = CommitmentKey.generate(random);
                var same = CommitmentKey.of(key.reveal());
                var other = CommitmentKey.generate(random)) {
            Digest commitment = key.commit(documentId, content);

            assertEquals(commitment, same.commit(documentId, content));
            assertNotEquals(commitment, other.commit(documentId, content));
            assertNotEquals(commitment, key.commit(OpaqueId.random(random), content));
            assertNotEquals(commitment, key.commit(documentId, new ContentDigest(content.sha256(), 4)));
            assertNotEquals(
                    commitment, key.commit(documentId, new ContentDigest(Digest.sha256Of(new byte[] {1, 2, 4}), 3)));
        }
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> CommitmentKey.of(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> CommitmentKey.of(new byte[64]));
    }
}
