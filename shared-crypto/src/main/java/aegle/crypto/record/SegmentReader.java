// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into segments; looks one byte ahead, so that it knows the last one. */
final class SegmentReader {
    private static final int END = -1;

    private final InputStream source;
    private final int firstLength;
    private final int laterLength;
    private final long limit;
    private long total;
    private int nextIndex;
    private int lookahead;

    SegmentReader(InputStream source, int firstLength, int laterLength, long limit) throws IOException {
        this.source = source;
        this.firstLength = firstLength;
        this.laterLength = laterLength;
        this.limit = limit;
        this.lookahead = source.read();
    }

    boolean hasNext() {
        return nextIndex == 0 || lookahead != END;
    }

    /** Fill the segment, or refuse with {@link TooLong} when the stream passes the limit. */
    void read(Segment segment) throws IOException, TooLong {
        int wanted = nextIndex == 0 ? firstLength : laterLength;
        int length = 0;
        if (lookahead != END) {
            segment.input[0] = (byte) lookahead;
            length = 1 + source.readNBytes(segment.input, 1, wanted - 1);
            lookahead = source.read();
        }
        total += length;
        if (total > limit) {
            throw new TooLong();
        }
        segment.index = nextIndex++;
        segment.inputLength = length;
        segment.last = lookahead == END;
    }

    /** The stream is longer than it may be. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
