// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentLabelTest {
    private static final String FIELDS =
            "\"fid\":\"00000000000000000000000000000000\",\"cat\":\"A\",\"epoch\":0,\"gen\":0,"
                    + "\"documentType\":\"NOTE\",\"dateOfService\":\"2025-03-07\",\"length\":1,\"pages\":1}";

    @AutoClose
    private final EncryptionKeyPair keys = Samples.recipientKeys();

    @Test
    void a_label_opens_to_what_was_sealed() throws Exception {
        var label = Samples.label();

        assertEquals(label, DocumentLabel.open(label.seal(keys.recipient()), keys));
    }

    @Test
    void an_unknown_version_is_named() throws Exception {
        assertEquals(
                "NOTE", DocumentLabel.open(sealed("{\"v\":1," + FIELDS), keys).documentType());
        assertThrows(FormatVersionUnknownException.class, () -> DocumentLabel.open(sealed("{\"v\":2," + FIELDS), keys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTE\":\"a free text", "NOTE\":\"", "2025-03-07\":\"2025-02-30", "2025-03-07\":\"7 March"})
    void a_free_text_or_an_impossible_date_is_refused(String change) {
        var parts = change.split("\":\"", -1);
        byte[] sealed = sealed("{\"v\":1," + FIELDS.replace(parts[0], parts[1]));

        assertThrows(DecryptionException.class, () -> DocumentLabel.open(sealed, keys));
    }

    @Test
    void an_envelope_is_no_label() {
        try (var envelope = Samples.envelope()) {
            byte[] sealed = envelope.seal(keys.recipient());

            assertThrows(DecryptionException.class, () -> DocumentLabel.open(sealed, keys));
        }
    }

    private byte[] sealed(String json) {
        return AgeFile.seal(json.getBytes(StandardCharsets.UTF_8), keys.recipient());
    }
}
