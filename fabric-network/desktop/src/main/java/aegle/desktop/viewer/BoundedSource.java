// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A PDF's bytes, whose reading ends when the {@link PdfBudget} does: so parsing and decoding end, too. */
final class BoundedSource implements RandomAccessRead {
    private static final int OFTEN = 1024;

    private final RandomAccessRead bytes;
    private final PdfBudget budget;
    private int reads;

    BoundedSource(RandomAccessRead bytes, PdfBudget budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        count();
        return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        count();
        return bytes.read(into, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
        return bytes.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        bytes.seek(position);
    }

    @Override
    public long length() throws IOException {
        return bytes.length();
    }

    @Override
    public boolean isClosed() {
        return bytes.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return bytes.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void count() {
        if (reads % OFTEN == 0) {
            budget.checkTime();
        }
        reads = (reads + 1) % OFTEN;
    }
}
