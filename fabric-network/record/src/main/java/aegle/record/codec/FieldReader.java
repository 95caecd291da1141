// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Reads length-prefixed fields and refuses anything that the writer would not have written. */
final class FieldReader {
    private final ByteBuffer in;

    FieldReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    byte[] field() throws LedgerFormatException {
        int length = count();
        if (length > in.remaining()) {
            throw malformed("a field is longer than its message");
        }
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    int count() throws LedgerFormatException {
        if (in.remaining() < Integer.BYTES) {
            throw malformed("the message ends within a field");
        }
        int count = in.getInt();
        if (count < 0) {
            throw malformed("a length is negative");
        }
        return count;
    }

    byte octet() throws LedgerFormatException {
        if (!in.hasRemaining()) {
            throw malformed("the message is empty");
        }
        return in.get();
    }

    int remaining() {
        return in.remaining();
    }

    void requireEnd() throws LedgerFormatException {
        if (in.hasRemaining()) {
            throw malformed("bytes follow the last field");
        }
    }

    static String text(byte[] bytes) throws LedgerFormatException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                throw malformed("a text is not in normal form C");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new LedgerFormatException(LedgerErrorCode.ARGUMENT_MALFORMED, "a text is not UTF-8", e);
        }
    }

    static LedgerFormatException malformed(String message) {
        return new LedgerFormatException(LedgerErrorCode.ARGUMENT_MALFORMED, message);
    }
}
