// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.kit.Messages;
import aegle.desktop.testkit.TestBackground;
import aegle.desktop.viewer.UnreadablePdfException.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.MapChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PageDrawingTest {

    @Test
    void a_page_that_cannot_be_drawn_is_tried_once_and_says_so_at_any_scale() throws Exception {
        try (var background = new TestBackground();
                PdfPages pages = PdfPages.open(HostilePdf.sized("4000000000", "1"))) {
            var drawing = new PageDrawing(background.tasks());
            var told = new AtomicInteger();
            drawing.images().addListener((MapChangeListener<Integer, PageImage>) _ -> told.incrementAndGet());
            onWindow(background, () -> {
                drawing.begin(pages);
                drawing.want(0, 0, 1);
            });
            background.awaitIdle();
            onWindow(background, () -> drawing.want(0, 0, 2));
            background.awaitIdle();

            assertEquals(
                    List.of(Optional.of(Reason.TOO_COMPLEX)),
                    drawing.images().values().stream().map(PageImage::problem).toList());
            assertEquals(1, told.get());
            assertEquals(List.of(), background.takeUnexpected());
        }
    }

    @Test
    void leaving_the_viewer_frees_the_workers_for_other_work() throws Exception {
        try (var background = new TestBackground()) {
            for (int visit = 0; visit < 5; visit++) {
                var viewer = new PdfViewerViewModel(background.tasks(), Messages.load(Locale.UK));
                onWindow(background, () -> viewer.show(opened(HostilePdf.nestedForms(12))));
                background.awaitIdle();
                onWindow(background, () -> {
                    assertEquals(1, viewer.pagesProperty().get().size());
                    viewer.room(800, 600);
                    viewer.inSight(0, 0, 0, 1);
                });
                assertFalse(new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS));
                onWindow(background, viewer::close);
            }
            var answered = new CountDownLatch(1);
            onWindow(
                    background,
                    () -> background
                            .tasks()
                            .run("ordinary work", () -> 1)
                            .onSuccess(_ -> answered.countDown())
                            .start());

            assertTrue(answered.await(3, TimeUnit.SECONDS));
            background.awaitIdle();
        }
    }

    private static OpenedPdf opened(byte[] pdf) {
        return new OpenedPdf(pdf, new OpenedPdf.Description("A report", List.of(), List.of(), Optional.empty()));
    }

    private static void onWindow(TestBackground background, Runnable what) throws Exception {
        var done = new CompletableFuture<Boolean>();
        background.tasks().onWindowThread(() -> {
            try {
                what.run();
                done.complete(true);
            } catch (RuntimeException | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        done.get(10, TimeUnit.SECONDS);
    }
}
