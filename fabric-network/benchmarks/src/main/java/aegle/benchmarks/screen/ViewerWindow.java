// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.screen;

import aegle.desktop.testkit.ShownWindow;
import aegle.desktop.viewer.FontCache;
import aegle.desktop.viewer.OpenedPdf;
import aegle.desktop.viewer.OpenedPdf.Description;
import aegle.desktop.viewer.PdfViewerView;
import aegle.desktop.viewer.PdfViewerViewModel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The viewer in a window of 1024 × 700. */
public final class ViewerWindow implements AutoCloseable {
    private static final int LIMIT_SECONDS = 20;

    private final ShownWindow window;
    private final PdfViewerViewModel model;

    private ViewerWindow(ShownWindow window, PdfViewerViewModel model) {
        this.window = window;
        this.model = model;
    }

    /**
     * Open an empty viewer, with the system's fonts read as programs do it while they start.
     *
     * @param fonts where PDFBox keeps its list of them
     */
    public static ViewerWindow open(Path fonts) {
        FontCache.use(fonts);
        FontCache.warmUp();
        var window = ShownWindow.english();
        var made = new AtomicReference<Optional<PdfViewerViewModel>>(Optional.empty());
        window.showView(() -> {
            var model = new PdfViewerViewModel(window.background(), window.messages());
            made.set(Optional.of(model));
            return new PdfViewerView(model, window.messages(), List.of(), () -> {});
        });
        return new ViewerWindow(window, made.get().orElseThrow());
    }

    /** Show a document of one page, and return when the page is drawn and in sight. */
    public void show(byte[] pdf) throws IOException {
        var drawn = new CountDownLatch(1);
        var ends = new ArrayList<Runnable>();
        ShownWindow.onFx(() -> {
            model.show(new OpenedPdf(pdf, new Description("Report", List.of(), List.of(), Optional.empty())));
            return ends.add(model.lookedThroughProperty().subscribe(looked -> {
                if (looked) {
                    drawn.countDown();
                }
            })::unsubscribe);
        });
        boolean inTime = await(drawn);
        ShownWindow.onFx(() -> {
            ends.forEach(Runnable::run);
            return true;
        });
        if (!inTime) {
            throw new IOException(
                    "the page is not drawn: " + model.problemProperty().get());
        }
    }

    private static boolean await(CountDownLatch drawn) throws IOException {
        try {
            return drawn.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    @Override
    public void close() {
        window.close();
    }
}
