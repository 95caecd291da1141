// SPDX-License-Identifier: Apache-2.0

package aegle.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/** Makes new inputs of kept ones by chance alone, always the same from the same seed. */
final class Mutation {
    private static final byte[] TELLING = {0, 1, '"', '{', '[', 0x7f, (byte) 0x80, (byte) 0xff};
    private static final int[] LENGTHS = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 20, 1 << 28, 4096};
    private static final int LONGEST = 1 << 14;

    private final List<byte[]> corpus;
    private final Random random;

    Mutation(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] input = any();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            input = input.length == 0 ? any() : changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length);
        int to = at + random.nextInt(input.length - at) + 1;
        return switch (random.nextInt(7)) {
            case 0 -> with(input, at, (byte) (input[at] ^ (1 << random.nextInt(8))));
            case 1 -> with(input, at, TELLING[random.nextInt(TELLING.length)]);
            case 2 -> length(input, at);
            case 3 -> joined(input, at, input, to, input.length);
            case 4 -> joined(input, to, input, at, input.length);
            case 5 -> joined(input, at, input, 0, 0);
            default -> {
                byte[] other = any();
                yield joined(input, at, other, other.length == 0 ? 0 : random.nextInt(other.length), other.length);
            }
        };
    }

    private byte[] length(byte[] input, int at) {
        byte[] copy = input.clone();
        if (copy.length >= Integer.BYTES) {
            int number = LENGTHS[random.nextInt(LENGTHS.length)];
            ByteBuffer.wrap(copy).putInt(Math.min(at, copy.length - Integer.BYTES), number);
        }
        return copy;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private static byte[] with(byte[] input, int at, byte value) {
        byte[] copy = input.clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] joined(byte[] head, int to, byte[] tail, int tailFrom, int tailTo) {
        var out = new ByteArrayOutputStream();
        out.write(head, 0, to);
        out.write(tail, tailFrom, Math.min(tailTo - tailFrom, LONGEST));
        return out.toByteArray();
    }
}
