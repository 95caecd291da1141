// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import java.util.Arrays;

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
        var writer = new FieldWriter()
                .raw(VERSION)
                .field(RecordForm.of(fact.getClass()).name());
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
        String name = RecordForm.of(type).name();
        if (reader.octet() != VERSION) {
            throw new LedgerFormatException(LedgerErrorCode.FORMAT_VERSION_UNKNOWN, "unknown version of " + name);
        }
        if (!FieldReader.text(reader.field()).equals(name)) {
            throw FieldReader.malformed("not a " + name);
        }
        return FieldForm.decodeComponents(
                type, Arrays.copyOfRange(bytes, bytes.length - reader.remaining(), bytes.length));
    }
}
