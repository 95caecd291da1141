// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.kit.Messages;
import aegle.desktop.viewer.UnreadablePdfException.Reason;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/** The pages beneath each other; only those in sight exist as nodes, so 400 pages cost no more than three. */
final class PageStrip extends ScrollPane {
    private static final double GAP = 14;
    private static final double EDGE = 16;
    private static final double LEAST = 200;

    private final PdfViewerViewModel model;
    private final Messages messages;
    private final Pane pages = new Pane();
    private final Map<Integer, StackPane> sheets = new HashMap<>();
    private List<Double> tops = List.of();
    private final MapChangeListener<Integer, PageImage> drawn = change -> draw(change.getKey());

    PageStrip(PdfViewerViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("viewer-pages");
        getStyleClass().addAll("viewer-strip", "edge-to-edge");
        pages.getStyleClass().add("viewer-canvas");
        setContent(pages);
        setPannable(true);
        setPrefSize(LEAST, LEAST);
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SCROLL_PANE);
        setAccessibleText(messages.text("viewer.pages"));
        viewportBoundsProperty().subscribe(bounds -> {
            model.room(bounds.getWidth() - 2 * EDGE, bounds.getHeight() - 2 * EDGE);
            lay();
        });
        vvalueProperty().subscribe(_ -> look());
    }

    /** Follow the model until unsubscribed. */
    Subscription follow() {
        model.images().addListener(drawn);
        return Subscription.combine(
                () -> model.images().removeListener(drawn),
                model.pagesProperty().subscribe(_ -> lay()),
                model.zoomProperty().subscribe(_ -> lay()),
                model.search().hitsProperty().subscribe(_ -> mark()),
                model.search().currentProperty().subscribe(_ -> mark()),
                model.wantedProperty().subscribe(place -> place.ifPresent(this::bring)));
    }

    /** Scroll by a part of what is in sight. */
    void scroll(double screens) {
        double height = getViewportBounds().getHeight();
        moveTo(top() + screens * height * 0.9);
    }

    private void lay() {
        double scale = model.scale();
        double kept = tops.isEmpty() ? 0 : relativePlace();
        var laid = new ArrayList<Double>();
        double y = EDGE;
        double widest = 0;
        for (PageSize size : model.pagesProperty().get()) {
            laid.add(y);
            y += size.height() * scale + GAP;
            widest = Math.max(widest, size.width() * scale);
        }
        tops = laid;
        pages.setPrefSize(Math.max(widest + 2 * EDGE, getViewportBounds().getWidth()), y - GAP + EDGE);
        pages.getChildren().clear();
        sheets.clear();
        layout();
        if (!tops.isEmpty()) {
            moveToRelative(kept);
        }
        look();
    }

    /** The page at the upper edge and the part of it that is above, as one number. */
    private double relativePlace() {
        int page = pageAt(top());
        List<PageSize> sizes = model.pagesProperty().get();
        if (page >= sizes.size()) {
            return 0;
        }
        double next = page + 1 < tops.size() ? tops.get(page + 1) : pages.getPrefHeight();
        return page + Math.clamp((top() - tops.get(page)) / Math.max(1, next - tops.get(page)), 0, 1);
    }

    private void moveToRelative(double place) {
        int page = Math.min((int) place, tops.size() - 1);
        double next = page + 1 < tops.size() ? tops.get(page + 1) : pages.getPrefHeight();
        moveTo(place == 0 ? 0 : tops.get(page) + (place - page) * (next - tops.get(page)));
    }

    private void bring(Place place) {
        if (place.page() >= tops.size()) {
            return;
        }
        double above = place.top() == 0 ? EDGE : getViewportBounds().getHeight() / 3;
        moveTo(tops.get(place.page()) + place.top() * model.scale() - above);
        look();
    }

    private void moveTo(double y) {
        double room = pages.getPrefHeight() - getViewportBounds().getHeight();
        setVvalue(room <= 0 ? 0 : Math.clamp(y / room, 0, 1));
    }

    private double top() {
        return getVvalue()
                * Math.max(0, pages.getPrefHeight() - getViewportBounds().getHeight());
    }

    private int pageAt(double y) {
        int page = 0;
        while (page + 1 < tops.size() && tops.get(page + 1) <= y) {
            page++;
        }
        return page;
    }

    private void look() {
        double height = getViewportBounds().getHeight();
        if (tops.isEmpty() || height <= 0) {
            return;
        }
        int first = pageAt(top());
        int last = pageAt(top() + height);
        sheets.entrySet().removeIf(sheet -> {
            boolean gone = sheet.getKey() < first || sheet.getKey() > last;
            if (gone) {
                pages.getChildren().remove(sheet.getValue());
            }
            return gone;
        });
        for (int page = first; page <= last; page++) {
            if (!sheets.containsKey(page)) {
                sheets.put(page, sheet(page));
                draw(page);
            }
        }
        double screenScale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        model.inSight(first, last, pageAt(top() + height / 3), screenScale);
    }

    private StackPane sheet(int page) {
        PageSize size = model.pagesProperty().get().get(page);
        var sheet = new StackPane();
        sheet.getStyleClass().add("viewer-page");
        sheet.setId("viewer-page-" + (page + 1));
        sheet.setAccessibleText(messages.text("viewer.page.name", page + 1));
        double width = size.width() * model.scale();
        sheet.resizeRelocate(0, 0, width, size.height() * model.scale());
        sheet.setPrefSize(width, size.height() * model.scale());
        sheet.setMaxSize(width, size.height() * model.scale());
        sheet.setLayoutX(Math.max(EDGE, (pages.getPrefWidth() - width) / 2));
        sheet.setLayoutY(tops.get(page));
        pages.getChildren().add(sheet);
        return sheet;
    }

    private void draw(int page) {
        StackPane sheet = sheets.get(page);
        PageImage image = model.images().get(page);
        if (sheet == null || image == null) {
            return;
        }
        Node content;
        if (image.isFailed()) {
            var sentence = new Label(messages.text(problem(image), page + 1));
            sentence.setWrapText(true);
            sentence.getStyleClass().add("viewer-page-problem");
            content = sentence;
        } else {
            var view = new ImageView(picture(image));
            view.setFitWidth(sheet.getPrefWidth());
            view.setFitHeight(sheet.getPrefHeight());
            view.setSmooth(true);
            content = view;
        }
        sheet.getChildren().setAll(content, marks(page));
    }

    private static String problem(PageImage image) {
        return image.problem().filter(Reason.TOO_COMPLEX::equals).isPresent()
                ? "viewer.page.toocomplex"
                : "viewer.page.damaged";
    }

    private void mark() {
        sheets.forEach((page, sheet) -> {
            if (sheet.getChildren().size() == 2) {
                sheet.getChildren().set(1, marks(page));
            }
        });
    }

    private Node marks(int page) {
        var layer = new Pane();
        layer.setMouseTransparent(true);
        Optional<SearchHit> current = model.search().currentProperty().get();
        for (SearchHit hit : model.search().hitsProperty().get()) {
            if (hit.page() == page) {
                boolean isCurrent = current.filter(hit::equals).isPresent();
                hit.boxes().forEach(box -> layer.getChildren().add(mark(box, isCurrent)));
            }
        }
        return layer;
    }

    private Node mark(Box box, boolean isCurrent) {
        double scale = model.scale();
        var mark = new Rectangle(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
        mark.getStyleClass().add(isCurrent ? "viewer-hit-current" : "viewer-hit");
        return mark;
    }

    private static Image picture(PageImage image) {
        return new WritableImage(new PixelBuffer<>(
                image.width(), image.height(), IntBuffer.wrap(image.pixels()), PixelFormat.getIntArgbPreInstance()));
    }
}
