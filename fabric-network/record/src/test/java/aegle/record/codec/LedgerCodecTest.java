// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.record.Bytes;
import aegle.record.Specimens;
import aegle.record.access.AccessEvent;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.permission.ValidityPeriod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LedgerCodecTest {
    @Test
    void facts_survive_a_round_trip() throws LedgerFormatException {
        GrantPermission call = Specimens.grantPermission();
        AccessEvent denial = Specimens.denial();

        assertEquals(call, LedgerCodec.decode(GrantPermission.class, LedgerCodec.encode(call)));
        assertEquals(denial, LedgerCodec.decode(AccessEvent.class, LedgerCodec.encode(denial)));
    }

    @Test
    void the_encoding_is_that_of_the_committed_vectors() throws IOException {
        assertEquals(
                vector("grant-permission"), HexFormat.of().formatHex(LedgerCodec.encode(Specimens.grantPermission())));
        assertEquals(vector("access-event"), HexFormat.of().formatHex(LedgerCodec.encode(Specimens.denial())));
    }

    @Test
    void a_second_decoder_reads_the_committed_vectors() throws IOException {
        var event = new SecondDecoder(HexFormat.of().parseHex(vector("access-event")));

        assertEquals(1, event.octet());
        assertEquals("access-event", event.text());
        assertEquals(HexFormat.of().formatHex(Specimens.denial().id().value().toByteArray()), event.hex());
        assertEquals(Specimens.RECORD.hex(), event.hex());
        assertEquals(Specimens.MEMBER.hex(), event.hex());
        assertEquals("OPEN", event.text());
        assertEquals(Specimens.DOCUMENT.hex(), event.hex());
        assertEquals("", event.hex());
        assertEquals("PERMISSION_EXPIRED", event.text());
        assertEquals(Specimens.NOON.toEpochMilli(), event.number());
        assertEquals("", event.hex());
        assertEquals("tx-ü", event.text());
        assertTrue(event.isAtEnd());
    }

    @Test
    void sets_are_written_in_the_order_of_their_enumeration() throws IOException {
        var call = new SecondDecoder(HexFormat.of().parseHex(vector("grant-permission")));
        call.octet();
        assertEquals(
                List.of("grant-permission", Specimens.RECORD.hex(), Specimens.PERMISSION.hex(), Specimens.MEMBER.hex()),
                List.of(call.text(), call.hex(), call.hex(), call.hex()));

        var scope = call.nested();

        assertEquals(List.of("READ", "SHARE"), scope.nested().texts());
        assertEquals(
                List.of("LABORATORY_RESULTS", "RADIATION_DOSE"), scope.nested().texts());
    }

    @Test
    void every_shortened_message_is_refused() {
        byte[] whole = LedgerCodec.encode(Specimens.grantPermission());

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(LedgerFormatException.class, () -> LedgerCodec.decode(GrantPermission.class, cut));
        }
    }

    @Test
    void a_message_with_something_behind_it_is_refused() {
        byte[] whole = LedgerCodec.encode(Specimens.grantPermission());

        assertRefused(
                LedgerErrorCode.ARGUMENT_MALFORMED, GrantPermission.class, Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void what_decodes_at_all_encodes_to_the_same_bytes() {
        byte[] whole = LedgerCodec.encode(Specimens.denial());

        for (int i = 0; i < whole.length * 8; i++) {
            byte[] flipped = whole.clone();
            flipped[i / 8] ^= (byte) (1 << (i % 8));
            try {
                assertArrayEquals(flipped, LedgerCodec.encode(LedgerCodec.decode(AccessEvent.class, flipped)));
            } catch (LedgerFormatException e) {
                assertTrue(e.code() != LedgerErrorCode.FUNCTION_UNKNOWN);
            }
        }
    }

    @Test
    void an_unknown_version_has_its_own_code() {
        byte[] whole = LedgerCodec.encode(Specimens.denial());
        whole[0] = 2;

        assertRefused(LedgerErrorCode.FORMAT_VERSION_UNKNOWN, AccessEvent.class, whole);
    }

    @Test
    void another_fact_is_refused_even_if_its_fields_would_fit() {
        byte[] revoke = LedgerCodec.encode(new RevokePermission(Specimens.RECORD, Specimens.PERMISSION, 1));

        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, GrantPermission.class, revoke);
    }

    @Test
    void an_oversized_message_is_refused_unread() {
        assertRefused(LedgerErrorCode.ARGUMENT_TOO_LARGE, GrantPermission.class, new byte[LedgerCodec.MAX_LENGTH + 1]);
    }

    @Test
    void a_value_that_its_type_refuses_is_malformed() {
        byte[] period = LedgerCodec.encode(new ValidityPeriod(Instant.EPOCH, Instant.EPOCH.plusMillis(1)));
        period[period.length - 1] = 0;

        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, ValidityPeriod.class, period);
    }

    @Test
    void texts_that_are_not_utf8_or_not_normalized_are_refused() {
        var decomposed =
                new FieldWriter().raw((byte) 1).field("word").field("e\u0301".getBytes(StandardCharsets.UTF_8));
        var broken = new FieldWriter().raw((byte) 1).field("word").field(new byte[] {(byte) 0xff});

        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, Word.class, decomposed.toByteArray());
        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, Word.class, broken.toByteArray());
    }

    @Test
    void times_finer_than_the_ledgers_are_a_mistake_of_the_program() {
        var fine = new ValidityPeriod(Instant.EPOCH.plusNanos(1), Instant.EPOCH.plusMillis(1));

        assertThrows(IllegalArgumentException.class, () -> LedgerCodec.encode(fine));
    }

    @Test
    void bytes_are_copied_in_and_out() {
        byte[] original = {1, 2, 3};
        Bytes bytes = Bytes.of(original);
        original[0] = 9;
        bytes.toByteArray()[1] = 9;

        assertEquals("010203", bytes.hex());
    }

    private static <R extends Record> void assertRefused(LedgerErrorCode code, Class<R> type, byte[] bytes) {
        var refusal = assertThrows(LedgerFormatException.class, () -> LedgerCodec.decode(type, bytes));
        assertEquals(code, refusal.code());
    }

    static String vector(String name) throws IOException {
        var vectors = new Properties();
        try (var in = LedgerCodecTest.class.getResourceAsStream("/aegle/record/vectors.properties")) {
            vectors.load(in);
        }
        return vectors.getProperty(name, "no vector " + name);
    }

    /** A fact of this test. */
    public record Word(String text) {}
}
