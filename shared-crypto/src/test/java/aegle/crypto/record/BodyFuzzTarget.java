// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.DecryptionException;
import aegle.crypto.OpaqueId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;

/**
 * A body's header, segments and tags as {@link RecordCipher} reads them, in segments of 64 bytes instead of a mebibyte and
 * without its threads.
 *
 * <p>The first byte says what the rest is: 0, a body; otherwise a script that cuts, repeats, moves and changes bytes of one
 * that was sealed here, since no fuzzer finds a tag.
 */
public final class BodyFuzzTarget {
    private static final int SEGMENT = 64;
    private static final int LONGEST = 1 << 14;
    private static final BodyLayer LAYER =
            BodyLayer.document(DocumentKey.of(new byte[DocumentKey.LENGTH]), OpaqueId.of(new byte[OpaqueId.LENGTH]));
    /** Buffers are a mebibyte each; every pass uses these. */
    private static final Segment BUFFERS = new Segment();

    private static final byte[] SEALED = seal(new byte[4 * SEGMENT]);

    private BodyFuzzTarget() {}

    public static boolean accepts(byte[] input) {
        if (input.length == 0) {
            return false;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        return input[0] == 0 ? opens(rest) : opensOnlyWhole(edited(rest));
    }

    /** A body, an empty one, and scripts of one edit each. */
    public static List<byte[]> seeds() {
        return List.of(
                marked(SEALED),
                marked(seal(new byte[0])),
                new byte[] {1},
                new byte[] {1, 0, 40, 1},
                new byte[] {1, 1, 64, 64},
                new byte[] {1, 2, 64, 64},
                new byte[] {1, 3, 12, 1});
    }

    private static byte[] marked(byte[] body) {
        var input = new byte[1 + body.length];
        System.arraycopy(body, 0, input, 1, body.length);
        return input;
    }

    private static boolean opensOnlyWhole(byte[] body) {
        boolean opens = opens(body);
        if (opens != Arrays.equals(body, SEALED)) {
            throw new AssertionError("an altered body opens, or a whole one does not");
        }
        return opens;
    }

    private static boolean opens(byte[] body) {
        try {
            var in = new ByteArrayInputStream(body);
            var header = StreamHeader.read(in);
            var reader = new SegmentReader(in, SEGMENT - StreamHeader.LENGTH, SEGMENT, LONGEST);
            byte[] plaintext = pass(reader, header, Cipher.DECRYPT_MODE);
            if (!Arrays.equals(seal(header, plaintext), body)) {
                throw new AssertionError("a body opens that would not be sealed so");
            }
            return true;
        } catch (DecryptionException | GeneralSecurityException | SegmentReader.TooLong e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError("bytes in memory could not be read", e);
        }
    }

    private static byte[] seal(byte[] plaintext) {
        try {
            return seal(StreamHeader.read(new ByteArrayInputStream(plainHeader())), plaintext);
        } catch (IOException | DecryptionException | GeneralSecurityException | SegmentReader.TooLong e) {
            throw new AssertionError("a body could not be sealed", e);
        }
    }

    private static byte[] plainHeader() {
        var header = new byte[StreamHeader.LENGTH];
        header[0] = StreamHeader.LENGTH;
        return header;
    }

    private static byte[] seal(StreamHeader header, byte[] plaintext)
            throws IOException, GeneralSecurityException, SegmentReader.TooLong {
        int room = SEGMENT - SegmentCipher.TAG_LENGTH;
        var reader = new SegmentReader(new ByteArrayInputStream(plaintext), room - StreamHeader.LENGTH, room, LONGEST);
        var body = new ByteArrayOutputStream();
        body.writeBytes(header.bytes());
        body.writeBytes(pass(reader, header, Cipher.ENCRYPT_MODE));
        return body.toByteArray();
    }

    private static byte[] pass(SegmentReader reader, StreamHeader header, int mode)
            throws IOException, GeneralSecurityException, SegmentReader.TooLong {
        var cipher = new SegmentCipher(mode, RecordCipher.streamKey(header, LAYER), header);
        var out = new ByteArrayOutputStream();
        while (reader.hasNext()) {
            reader.read(BUFFERS);
            cipher.accept(BUFFERS);
            out.write(BUFFERS.output, 0, BUFFERS.outputLength);
        }
        return out.toByteArray();
    }

    /** Three bytes an edit: which, where, and how many or which bits. */
    private static byte[] edited(byte[] script) {
        byte[] body = SEALED;
        for (int i = 0; i + 2 < script.length && i < 24; i += 3) {
            int at = script[i + 1] & 0xff;
            int many = script[i + 2] & 0xff;
            body = edit(body, script[i] & 3, Math.min(at, body.length), many);
        }
        return body;
    }

    private static byte[] edit(byte[] body, int kind, int at, int many) {
        int end = Math.min(body.length, at + many);
        var out = new ByteArrayOutputStream();
        switch (kind) {
            case 0 -> {
                out.write(body, 0, at);
                out.write(body, end, body.length - end);
            }
            case 1 -> {
                out.write(body, 0, end);
                out.write(body, at, body.length - at);
            }
            case 2 -> {
                out.write(body, 0, at);
                out.write(body, end, body.length - end);
                out.write(body, at, end - at);
            }
            default -> {
                byte[] changed = body.clone();
                if (at < changed.length) {
                    changed[at] ^= (byte) many;
                }
                out.writeBytes(changed);
            }
        }
        return out.toByteArray();
    }
}
