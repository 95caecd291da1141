// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * What a person types to open a vault. Put into NFC, so that it fits whatever keyboard it comes from; a passphrase beyond
 * ASCII leaves a normalized copy in memory until the garbage collector comes.
 */
public final class Passphrase implements AutoCloseable {
    private static final int LONGEST_UTF8 = 3;

    private final char[] characters;
    private boolean closed;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Takes a copy, which the caller still has to wipe; refuses an empty one. */
    public static Passphrase of(char[] characters) {
        if (characters.length == 0) {
            throw new IllegalArgumentException("a passphrase is not empty");
        }
        return new Passphrase(normalized(characters));
    }

    /** Returns the UTF-8 bytes; the caller wipes them. */
    synchronized byte[] revealUtf8() {
        if (closed) {
            throw new IllegalStateException("Passphrase is closed");
        }
        var encoded = ByteBuffer.allocate(characters.length * LONGEST_UTF8);
        var encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        try {
            encoder.encode(CharBuffer.wrap(characters), encoded, true);
            return Arrays.copyOf(encoded.array(), encoded.position());
        } finally {
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    private static char[] normalized(char[] characters) {
        var text = CharBuffer.wrap(characters);
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? characters.clone()
                : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Passphrase[secret]";
    }
}
