// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.crypto.Digest;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.RunningWork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;

/**
 * One PDF on the screen: its pages, how large, where, what is searched in it, and the digest of exactly its bytes.
 *
 * <pre>{@code
 * var viewer = new PdfViewerViewModel(background, messages);
 * navigation.open(new PdfViewerView(viewer, messages, List.of(header), navigation::back));
 * viewer.show(new OpenedPdf(document.content(), description));   // takes the bytes over
 * }</pre>
 *
 * <p>On the window's thread; PDFBox works in the background. The view closes this when it leaves, which wipes the bytes
 * and the drawn pages; what JavaFX or PDFBox copied meanwhile goes with the garbage.
 */
public final class PdfViewerViewModel implements AutoCloseable {
    private static final double SMALLEST = 0.1;
    private static final double LARGEST = 8;
    private static final double STEP = 1.25;
    private static final double PIXELS_PER_POINT = 96.0 / 72;

    /** What the size of the pages follows. */
    enum Fit {
        WIDTH,
        PAGE,
        CHOSEN
    }

    private final BackgroundTasks background;
    private final Messages messages;
    private final PageDrawing drawing;
    private final PdfSearchViewModel search;
    private final ReadOnlyObjectWrapper<Optional<OpenedPdf.Description>> description =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<PageSize>> pages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Fit> fit = new ReadOnlyObjectWrapper<>(Fit.WIDTH);
    private final ReadOnlyObjectWrapper<Optional<Place>> wanted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyIntegerWrapper currentPage = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper lookedThrough = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper sha256 = new ReadOnlyStringWrapper("");
    private Optional<RunningWork> opening = Optional.empty();
    private Optional<PdfPages> document = Optional.empty();
    private double roomWidth;
    private double roomHeight;
    private int lastInSight;
    private int shows;
    private int asks;

    /** Prepare an empty viewer. */
    public PdfViewerViewModel(BackgroundTasks background, Messages messages) {
        this.background = background;
        this.messages = messages;
        this.drawing = new PageDrawing(background);
        drawing.images().addListener((MapChangeListener<Integer, PageImage>) _ -> noteEnd());
        this.search = new PdfSearchViewModel(background, messages, currentPage::get, this::bringIntoSight);
    }

    /** Show a PDF instead of what was shown; bytes that are no readable PDF are answered with a sentence. */
    public void show(OpenedPdf opened) {
        close();
        int show = shows;
        description.set(Optional.of(opened.description()));
        opening = Optional.of(background
                .run("open a PDF", () -> {
                    String digest = Digest.sha256Of(opened.content()).hex();
                    background.onWindowThread(() -> told(show, digest));
                    return PdfPages.open(opened.content());
                })
                .onSuccess(read -> begin(show, read))
                .onFailure(failure -> refuse(show, failure))
                .onCancelled(() -> Arrays.fill(opened.content(), (byte) 0))
                .start());
    }

    /** Forget what is shown and wipe its bytes; may be shown something again. */
    @Override
    public void close() {
        shows++;
        opening.ifPresent(RunningWork::cancel);
        opening = Optional.empty();
        drawing.end();
        search.end();
        document.ifPresent(this::closeInBackground);
        document = Optional.empty();
        description.set(Optional.empty());
        pages.set(List.of());
        wanted.set(Optional.empty());
        currentPage.set(0);
        fit.set(Fit.WIDTH);
        problem.set("");
        sha256.set("");
        lastInSight = 0;
        lookedThrough.set(false);
    }

    /** Title, marks and facts; empty while nothing is shown. */
    public ReadOnlyObjectProperty<Optional<OpenedPdf.Description>> descriptionProperty() {
        return description.getReadOnlyProperty();
    }

    /** SHA-256 of exactly the bytes that were handed over, in hex; empty until it is computed. */
    public ReadOnlyStringProperty sha256Property() {
        return sha256.getReadOnlyProperty();
    }

    /** Why nothing can be shown; empty when all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the last page has been in sight and drawn, so that whoever went there can have seen all of it. */
    public ReadOnlyBooleanProperty lookedThroughProperty() {
        return lookedThrough.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<PageSize>> pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Fit> fitProperty() {
        return fit.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Place>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** 1 for the size on paper. */
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** The page in sight, counted from 0. */
    ReadOnlyIntegerProperty currentPageProperty() {
        return currentPage.getReadOnlyProperty();
    }

    ObservableMap<Integer, PageImage> images() {
        return drawing.images();
    }

    PdfSearchViewModel search() {
        return search;
    }

    /** Pixels of the window per point of the page. */
    double scale() {
        return zoom.get() * PIXELS_PER_POINT;
    }

    void larger() {
        choose(zoom.get() * STEP);
    }

    void smaller() {
        choose(zoom.get() / STEP);
    }

    void paperSize() {
        choose(1);
    }

    void fitWidth() {
        fit.set(Fit.WIDTH);
        adapt();
    }

    void fitPage() {
        fit.set(Fit.PAGE);
        adapt();
    }

    /** Say how much room there is for one page, in pixels of the window. */
    void room(double width, double height) {
        roomWidth = width;
        roomHeight = height;
        adapt();
    }

    /** Say what is in sight, and how many pixels of the screen a pixel of the window has. */
    void inSight(int first, int last, int current, double screenScale) {
        currentPage.set(current);
        lastInSight = last;
        noteEnd();
        drawing.want(first, last, scale() * screenScale);
    }

    /** Go to a page, counted from 0; one that does not exist is the nearest. */
    void go(int page) {
        if (!pages.get().isEmpty()) {
            bring(Math.clamp(page, 0, pages.get().size() - 1), 0);
        }
    }

    void nextPage() {
        go(currentPage.get() + 1);
    }

    void previousPage() {
        go(currentPage.get() - 1);
    }

    private void bringIntoSight(SearchHit hit) {
        bring(hit.page(), hit.boxes().getFirst().y());
    }

    private void bring(int page, double top) {
        asks++;
        wanted.set(Optional.of(new Place(page, top, asks)));
    }

    private void noteEnd() {
        int end = pages.get().size() - 1;
        PageImage image = drawing.images().get(end);
        if (lastInSight == end && image != null && !image.isFailed()) {
            lookedThrough.set(true);
        }
    }

    private void told(int show, String digest) {
        if (show == shows) {
            sha256.set(digest);
        }
    }

    private void begin(int show, PdfPages read) {
        if (show != shows) {
            closeInBackground(read);
            return;
        }
        document = Optional.of(read);
        drawing.begin(read);
        pages.set(read.sizes());
        adapt();
        search.begin(read);
    }

    private void refuse(int show, UnreadablePdfException failure) {
        if (show == shows) {
            problem.set(
                    switch (failure.reason()) {
                        case NOT_A_PDF -> messages.text("viewer.problem.notpdf");
                        case ENCRYPTED -> messages.text("viewer.problem.encrypted");
                        case TOO_COMPLEX -> messages.text("viewer.problem.toocomplex");
                        case DAMAGED, CLOSED -> messages.text("viewer.problem.damaged");
                    });
        }
    }

    private void closeInBackground(PdfPages read) {
        background.perform("close a PDF", read::close).start();
    }

    private void choose(double newZoom) {
        fit.set(Fit.CHOSEN);
        zoom.set(Math.clamp(newZoom, SMALLEST, LARGEST));
    }

    private void adapt() {
        if (fit.get() == Fit.CHOSEN || pages.get().isEmpty() || roomWidth <= 0 || roomHeight <= 0) {
            return;
        }
        double widest = pages.get().stream().mapToDouble(PageSize::width).max().orElseThrow();
        double highest =
                pages.get().stream().mapToDouble(PageSize::height).max().orElseThrow();
        double byWidth = roomWidth / (widest * PIXELS_PER_POINT);
        double byHeight = roomHeight / (highest * PIXELS_PER_POINT);
        zoom.set(Math.clamp(fit.get() == Fit.WIDTH ? byWidth : Math.min(byWidth, byHeight), SMALLEST, LARGEST));
    }
}
