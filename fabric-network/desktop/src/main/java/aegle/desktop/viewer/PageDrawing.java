// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.RunningWork;
import aegle.desktop.viewer.UnreadablePdfException.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * Draws the pages that are in sight and their neighbors, one after the other in the background, and forgets the others.
 *
 * <p>A page drawn at an older scale stays until the new one is there. A page that could not be drawn is not tried again
 * until the document is opened anew. On the window's thread.
 */
final class PageDrawing {
    private static final int NEIGHBORS = 1;
    private static final int KEPT = 2;

    private final BackgroundTasks background;
    private final ObservableMap<Integer, PageImage> images = FXCollections.observableHashMap();
    private final Map<Integer, Reason> givenUp = new HashMap<>();
    private Optional<RunningWork> running = Optional.empty();
    private Optional<PdfPages> document = Optional.empty();
    private int first;
    private int last;
    private double scale = 1;
    private boolean drawing;

    PageDrawing(BackgroundTasks background) {
        this.background = background;
    }

    ObservableMap<Integer, PageImage> images() {
        return images;
    }

    void begin(PdfPages pages) {
        document = Optional.of(pages);
        drawing = false;
    }

    /** Forget everything; a drawing under way is given up. */
    void end() {
        document = Optional.empty();
        running.ifPresent(RunningWork::cancel);
        running = Optional.empty();
        givenUp.clear();
        images.values().forEach(PageImage::wipe);
        images.clear();
    }

    /** Say which pages are in sight, and at which scale in pixels per point they are wanted. */
    void want(int firstPage, int lastPage, double pixelsPerPoint) {
        first = firstPage;
        last = lastPage;
        scale = pixelsPerPoint;
        images.keySet().removeIf(page -> page < first - KEPT || page > last + KEPT);
        givenUp.forEach((page, reason) -> {
            if (page >= first && page <= last) {
                images.putIfAbsent(page, PageImage.failed(scale, reason));
            }
        });
        document.ifPresent(this::drawNext);
    }

    private void drawNext(PdfPages pages) {
        Optional<Integer> next = next(pages.count());
        if (drawing || next.isEmpty()) {
            return;
        }
        drawing = true;
        int page = next.get();
        double wanted = scale;
        running = Optional.of(background
                .run("draw a page", () -> pages.draw(page, wanted))
                .onSuccess(image -> drawn(pages, page, image))
                .onFailure(failure -> giveUp(pages, page, failure.reason()))
                .andFinally(() -> ended(pages, page, wanted))
                .start());
    }

    private void ended(PdfPages pages, int page, double asked) {
        if (isCurrent(pages)) {
            drawing = false;
            if (isMissing(page, asked)) {
                giveUp(pages, page, Reason.DAMAGED);
            }
            drawNext(pages);
        }
    }

    private void giveUp(PdfPages pages, int page, Reason reason) {
        if (isCurrent(pages)) {
            givenUp.put(page, reason);
            images.putIfAbsent(page, PageImage.failed(scale, reason));
        }
    }

    private void drawn(PdfPages pages, int page, PageImage image) {
        if (isCurrent(pages)) {
            images.put(page, image);
        } else {
            image.wipe();
        }
    }

    private boolean isCurrent(PdfPages pages) {
        return document.filter(current -> current == pages).isPresent();
    }

    private boolean isMissing(int page, double at) {
        PageImage image = images.get(page);
        return !givenUp.containsKey(page) && (image == null || image.scale() != at);
    }

    private Optional<Integer> next(int count) {
        return IntStream.concat(IntStream.rangeClosed(first, last), IntStream.of(last + NEIGHBORS, first - NEIGHBORS))
                .filter(page -> page >= 0 && page < count)
                .filter(page -> isMissing(page, scale))
                .boxed()
                .findFirst();
    }
}
