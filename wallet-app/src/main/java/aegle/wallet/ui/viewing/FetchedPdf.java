// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.viewing;

import aegle.desktop.viewer.OpenedPdf;
import java.util.Arrays;

/** The verified bytes of a PDF on their way to the viewer; closing wipes them, unless they were handed over. */
public final class FetchedPdf implements AutoCloseable {
    private final byte[] content;
    private final OpenedPdf.Description description;

    /** Take over some bytes. */
    public FetchedPdf(byte[] content, OpenedPdf.Description description) {
        this.content = content;
        this.description = description;
    }

    OpenedPdf handOver() {
        return new OpenedPdf(content, description);
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return "FetchedPdf[personal]";
    }
}
