// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The one encoding of facts, calls and answers: {@code version(1) ‖ lp(name) ‖ fields}, the fields being a record's components
 * in their order.
 *
 * <p>Deterministic, so that equal facts are equal bytes on every peer. Strict: unknown versions and names, trailing or missing
 * bytes, texts that are not normalized, unknown or unsorted enumeration values are refused. The form of each field is in
 * {@link FieldForm}; the committed vectors in this module's tests hold the encoding fast.
 */
public final class LedgerCodec {
    /** The largest encoded call or fact, in bytes. */
    public static final int MAX_LENGTH = 256 * 1024;

    private static final byte VERSION = 1;

    private LedgerCodec() {}

    public static byte[] encode(Record fact) {
        var writer = new FieldWriter().raw(VERSION).field(name(fact.getClass()));
        return writer.raw(FieldForm.encodeComponents(fact)).toByteArray();
    }

    /**
     * Read a fact, call or answer.
     *
     * @throws LedgerFormatException if the bytes are anything but the encoding of such a fact
     */
    public static <R extends Record> R decode(Class<R> type, byte[] bytes) throws LedgerFormatException {
        if (bytes.length > MAX_LENGTH) {
            throw new LedgerFormatException(
                    LedgerErrorCode.ARGUMENT_TOO_LARGE, bytes.length + " bytes are more than " + MAX_LENGTH);
        }
        var reader = new FieldReader(bytes);
        if (reader.octet() != VERSION) {
            throw new LedgerFormatException(LedgerErrorCode.FORMAT_VERSION_UNKNOWN, "unknown version of " + name(type));
        }
        if (!FieldReader.text(reader.field()).equals(name(type))) {
            throw FieldReader.malformed("not a " + name(type));
        }
        return FieldForm.decodeComponents(
                type, Arrays.copyOfRange(bytes, bytes.length - reader.remaining(), bytes.length));
    }

    private static String name(Class<?> type) {
        return Arrays.stream(type.getSimpleName().split("(?=\\p{Lu})"))
                .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining("-"));
    }
}
