// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import aegle.record.Bytes;
import aegle.record.command.UnknownSignatureAlgorithmException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a component of a record becomes the bytes of a field.
 *
 * <table><caption>Forms</caption>
 * <tr><td>{@link Bytes}, {@link String}</td><td>as they are; text as UTF-8 in normal form C</td></tr>
 * <tr><td>int, long, boolean, {@link Instant}</td><td>BE32; BE64; one byte 0 or 1; BE64 Unix milliseconds</td></tr>
 * <tr><td>enumeration</td><td>its name</td></tr>
 * <tr><td>record with one component</td><td>that component</td></tr>
 * <tr><td>other record</td><td>its fields, each length-prefixed</td></tr>
 * <tr><td>{@link List}, {@link Set} of an enumeration (in its order)</td><td>BE32 count ‖ length-prefixed items</td></tr>
 * <tr><td>{@link Optional}</td><td>nothing, or the value, which must not be empty</td></tr>
 * </table>
 */
final class FieldForm {
    private static final int MAX_ITEMS = 4096;

    private FieldForm() {}

    static byte[] encodeComponents(Record fact) {
        var form = RecordForm.of(fact.getClass());
        var writer = new FieldWriter();
        for (int i = 0; i < form.components().size(); i++) {
            writer.field(encode(form.read(i, fact)));
        }
        return writer.toByteArray();
    }

    private static byte[] encode(Object value) {
        return switch (value) {
            case Bytes bytes -> bytes.toByteArray();
            case String text -> FieldWriter.utf8(text);
            case Integer number ->
                ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
            case Long number -> ByteBuffer.allocate(Long.BYTES).putLong(number).array();
            case Boolean flag -> new byte[] {(byte) (flag ? 1 : 0)};
            case Instant time -> encode(milliseconds(time));
            case Enum<?> constant -> FieldWriter.utf8(constant.name());
            case Optional<?> optional -> optional.map(FieldForm::encodePresent).orElseGet(() -> new byte[0]);
            case Set<?> set -> encodeItems(new TreeSet<>(set));
            case List<?> list -> encodeItems(list);
            case Record fact -> encodeRecord(fact);
            default -> throw new IllegalArgumentException("no form for " + value.getClass());
        };
    }

    private static byte[] encodeRecord(Record fact) {
        var form = RecordForm.of(fact.getClass());
        return form.isWrapper() ? encode(form.read(0, fact)) : encodeComponents(fact);
    }

    private static long milliseconds(Instant time) {
        if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time)) {
            throw new IllegalArgumentException("the ledger counts milliseconds, not " + time);
        }
        return time.toEpochMilli();
    }

    private static byte[] encodePresent(Object value) {
        byte[] bytes = encode(value);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a value that is there must not be empty");
        }
        return bytes;
    }

    private static byte[] encodeItems(Collection<?> items) {
        var writer = new FieldWriter().count(items.size());
        items.forEach(item -> writer.field(encode(item)));
        return writer.toByteArray();
    }

    static <R extends Record> R decodeComponents(Class<R> type, byte[] bytes) throws LedgerFormatException {
        var reader = new FieldReader(bytes);
        var form = RecordForm.of(type);
        var values = new Object[form.components().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = decode(form.components().get(i), reader.field());
        }
        reader.requireEnd();
        return type.cast(construct(form, values));
    }

    private static Object decode(Type type, byte[] bytes) throws LedgerFormatException {
        return type instanceof ParameterizedType generic
                ? decodeGeneric(generic, bytes)
                : decodePlain((Class<?>) type, bytes);
    }

    private static Object decodeGeneric(ParameterizedType type, byte[] bytes) throws LedgerFormatException {
        Type item = type.getActualTypeArguments()[0];
        if (type.getRawType() == Optional.class) {
            return bytes.length == 0 ? Optional.empty() : Optional.of(decode(item, bytes));
        }
        List<Object> items = decodeItems(item, bytes);
        if (type.getRawType() == List.class) {
            return List.copyOf(items);
        }
        var sorted = new TreeSet<>(items);
        if (!List.copyOf(sorted).equals(items)) {
            throw FieldReader.malformed("a set is unsorted or names something twice");
        }
        return Set.copyOf(sorted);
    }

    private static List<Object> decodeItems(Type item, byte[] bytes) throws LedgerFormatException {
        var reader = new FieldReader(bytes);
        int count = reader.count();
        if (count > MAX_ITEMS) {
            throw new LedgerFormatException(
                    LedgerErrorCode.ARGUMENT_TOO_LARGE, count + " items are more than " + MAX_ITEMS);
        }
        var items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(decode(item, reader.field()));
        }
        reader.requireEnd();
        return items;
    }

    private static Object decodePlain(Class<?> type, byte[] bytes) throws LedgerFormatException {
        if (type == Bytes.class) {
            return Bytes.of(bytes);
        } else if (type == String.class) {
            return FieldReader.text(bytes);
        } else if (type == int.class) {
            return exactly(Integer.BYTES, bytes).getInt();
        } else if (type == long.class) {
            return exactly(Long.BYTES, bytes).getLong();
        } else if (type == boolean.class) {
            return flag(exactly(1, bytes).get());
        } else if (type == Instant.class) {
            return Instant.ofEpochMilli(exactly(Long.BYTES, bytes).getLong());
        } else if (type.isEnum()) {
            return constant(type, FieldReader.text(bytes));
        } else if (type.isRecord()) {
            return decodeRecord(type.asSubclass(Record.class), bytes);
        }
        throw new IllegalArgumentException("no form for " + type);
    }

    private static Record decodeRecord(Class<? extends Record> type, byte[] bytes) throws LedgerFormatException {
        var form = RecordForm.of(type);
        return form.isWrapper()
                ? construct(form, decode(form.components().getFirst(), bytes))
                : decodeComponents(type, bytes);
    }

    private static ByteBuffer exactly(int length, byte[] bytes) throws LedgerFormatException {
        if (bytes.length != length) {
            throw FieldReader.malformed("a number has " + bytes.length + " bytes instead of " + length);
        }
        return ByteBuffer.wrap(bytes);
    }

    private static boolean flag(byte value) throws LedgerFormatException {
        if (value != 0 && value != 1) {
            throw FieldReader.malformed("a flag is neither 0 nor 1");
        }
        return value == 1;
    }

    private static Object constant(Class<?> type, String name) throws LedgerFormatException {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        FieldReader.malformed("unknown " + type.getSimpleName().toLowerCase(Locale.ROOT)));
    }

    private static Record construct(RecordForm form, Object... values) throws LedgerFormatException {
        try {
            return form.construct(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                var code = refusal instanceof UnknownSignatureAlgorithmException
                        ? LedgerErrorCode.SIGNATURE_ALGORITHM_UNKNOWN
                        : LedgerErrorCode.ARGUMENT_MALFORMED;
                throw new LedgerFormatException(code, String.valueOf(refusal.getMessage()), refusal);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
