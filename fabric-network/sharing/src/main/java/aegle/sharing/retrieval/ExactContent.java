// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Takes a plaintext of known length into one array, which can be wiped. */
public final class ExactContent extends OutputStream {
    private final byte[] content;
    private int position;

    ExactContent(long length) {
        this.content = new byte[Math.toIntExact(length)];
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > content.length - position) {
            throw new IOException("a document is longer than its envelope says");
        }
        System.arraycopy(bytes, offset, content, position, length);
        position += length;
    }

    byte[] content() {
        return content;
    }

    void wipe() {
        Arrays.fill(content, (byte) 0);
    }
}
