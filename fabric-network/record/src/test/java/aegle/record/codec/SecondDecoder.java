// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads the encoding as {@code docs/encoding.md} describes it; shares no code with {@link LedgerCodec}. */
public final class SecondDecoder {
    private final ByteBuffer rest;

    public SecondDecoder(byte[] bytes) {
        this.rest = ByteBuffer.wrap(bytes);
    }

    public int octet() {
        return rest.get();
    }

    public byte[] raw(int length) {
        var bytes = new byte[length];
        rest.get(bytes);
        return bytes;
    }

    public byte[] field() {
        return raw(rest.getInt());
    }

    public String hex() {
        return HexFormat.of().formatHex(field());
    }

    public String text() {
        return new String(field(), StandardCharsets.UTF_8);
    }

    public long number() {
        return ByteBuffer.wrap(field()).getLong();
    }

    SecondDecoder nested() {
        return new SecondDecoder(field());
    }

    List<String> texts() {
        int count = rest.getInt();
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    public boolean isAtEnd() {
        return !rest.hasRemaining();
    }
}
