// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Writes length-prefixed fields ({@code docs/encoding.md}): BE32 length ‖ content. */
public final class FieldWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A writer that has written nothing yet. */
    public FieldWriter() {}

    public FieldWriter raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public FieldWriter field(byte[] bytes) {
        return count(bytes.length).raw(bytes);
    }

    public FieldWriter field(String text) {
        return field(utf8(text));
    }

    public FieldWriter field(long number) {
        return field(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** A text as the field has it: UTF-8 in normal form C. */
    static byte[] utf8(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    FieldWriter count(int count) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    public byte[] toByteArray() {
        return out.toByteArray();
    }
}
