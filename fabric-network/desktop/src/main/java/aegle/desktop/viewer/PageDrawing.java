// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.kit.BackgroundTasks;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * Draws the pages that are in sight and their neighbors, one after the other in the background, and forgets the others.
 *
 * <p>A page drawn at an older scale stays until the new one is there. On the window's thread.
 */
final class PageDrawing {
    private static final int NEIGHBORS = 1;
    private static final int KEPT = 2;

    private final BackgroundTasks background;
    private final ObservableMap<Integer, PageImage> images = FXCollections.observableHashMap();
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

    void end() {
        document = Optional.empty();
        images.values().forEach(PageImage::wipe);
        images.clear();
    }

    /** Say which pages are in sight, and at which scale in pixels per point they are wanted. */
    void want(int firstPage, int lastPage, double pixelsPerPoint) {
        first = firstPage;
        last = lastPage;
        scale = pixelsPerPoint;
        images.keySet().removeIf(page -> page < first - KEPT || page > last + KEPT);
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
        background
                .run("draw a page", () -> pages.draw(page, wanted))
                .onSuccess(image -> drawn(pages, page, image))
                .onFailure(failure -> drawn(pages, page, PageImage.failed(wanted)))
                .andFinally(() -> {
                    if (isCurrent(pages)) {
                        drawing = false;
                        drawNext(pages);
                    }
                })
                .start();
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

    private Optional<Integer> next(int count) {
        return IntStream.concat(IntStream.rangeClosed(first, last), IntStream.of(last + NEIGHBORS, first - NEIGHBORS))
                .filter(page -> page >= 0 && page < count)
                .filter(page -> {
                    PageImage image = images.get(page);
                    return image == null || image.scale() != scale;
                })
                .boxed()
                .findFirst();
    }
}
