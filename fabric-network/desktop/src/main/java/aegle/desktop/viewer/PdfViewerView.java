// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.LoadingSkeleton;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The viewer's window: title and marks, pages, search, details. Closes its model, and so wipes the document, when it
 * leaves the front for good or for another view; a lock that covers the window leaves it open beneath.
 *
 * <p>Keys: Page up and down, Home, End, plus and minus (also with Ctrl, and Ctrl with the mouse wheel), W and P to fit, Ctrl+F,
 * F3 and Shift+F3, D for the details.
 */
public final class PdfViewerView extends FxView {
    private final PdfViewerViewModel model;
    private final Messages messages;
    private final VBox column = new VBox();
    private final ScrollPane root = new ScrollPane(column);
    private final VBox marks = new VBox();
    private final Paragraph title = new Paragraph("", "title-3");
    private final Paragraph notice = new Paragraph("");
    private final PageStrip strip;
    private final ViewerToolbar toolbar;
    private final ViewerDetails details;
    private final StackPane middle;

    /**
     * Show a viewer.
     *
     * @param above nodes over everything, such as a header with two identifiers of the patient
     * @param back what the Back button does
     * @param actions further buttons beside the title
     */
    public PdfViewerView(
            PdfViewerViewModel model,
            Messages messages,
            List<? extends Node> above,
            Runnable back,
            ActionButton... actions) {
        this.model = model;
        this.messages = messages;
        strip = new PageStrip(model, messages);
        toolbar = new ViewerToolbar(model, messages, () -> showDetails(!isShowingDetails()));
        details = new ViewerDetails(model, messages);
        middle = new StackPane(strip);
        title.setId("viewer-title");
        notice.setId("viewer-notice");
        notice.getStyleClass().add("viewer-notice");
        marks.getStyleClass().add("viewer-marks");
        marks.setId("viewer-marks");
        root.getStylesheets()
                .add(Objects.requireNonNull(PdfViewerView.class.getResource("viewer.css"))
                        .toExternalForm());
        root.getStyleClass().addAll("viewer", "edge-to-edge");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setFocusTraversable(false);
        column.setMinHeight(Region.USE_PREF_SIZE);
        column.getChildren().addAll(above);
        column.getChildren().addAll(heading(back, actions), notice, toolbar, body());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        strip.addEventFilter(KeyEvent.KEY_PRESSED, this::scrolled);
        strip.addEventFilter(ScrollEvent.SCROLL, this::wheeled);
        showDetails(false);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(strip);
    }

    @Override
    protected void attached() {
        whileAttached(model.descriptionProperty().subscribe(this::describe));
        whileAttached(model.pagesProperty().subscribe(_ -> showState()));
        whileAttached(model.problemProperty().subscribe(_ -> showState()));
        whileAttached(strip.follow());
        whileAttached(toolbar.follow());
        whileAttached(details.follow());
    }

    @Override
    protected void detached() {
        model.close();
    }

    private Node heading(Runnable back, ActionButton... actions) {
        var names = new VBox(title, marks);
        names.getStyleClass().add("viewer-names");
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        var buttons = new FlowPane();
        buttons.getStyleClass().add("viewer-actions");
        buttons.getChildren().addAll(actions);
        buttons.setPrefWrapLength(0);
        var heading = new HBox(
                ActionButton.icon("viewer-back", Feather.ARROW_LEFT, messages.text("viewer.back"), back),
                names,
                buttons);
        heading.getStyleClass().add("viewer-heading");
        return heading;
    }

    private Node body() {
        var body = new BorderPane(middle);
        body.setRight(details);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getStyleClass().add("viewer-body");
        return body;
    }

    private void describe(Optional<OpenedPdf.Description> described) {
        title.setText(described.map(OpenedPdf.Description::title).orElse(""));
        Optional<String> said = described.flatMap(OpenedPdf.Description::notice);
        notice.setText(said.orElse(""));
        notice.setVisible(said.isPresent());
        notice.setManaged(said.isPresent());
        marks.getChildren()
                .setAll(described.map(OpenedPdf.Description::marks).orElse(List.of()).stream()
                        .map(PdfViewerView::mark)
                        .toList());
        showState();
    }

    private static HBox mark(String text) {
        var sentence = new Paragraph(text);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var mark = new HBox(Icon.styled(Feather.CHECK_CIRCLE, "success"), sentence);
        mark.getStyleClass().add("viewer-mark");
        return mark;
    }

    private void showState() {
        String problem = model.problemProperty().get();
        boolean ready = !model.pagesProperty().get().isEmpty();
        toolbar.setDisable(!ready);
        toolbar.setVisible(problem.isEmpty());
        toolbar.setManaged(problem.isEmpty());
        marks.setVisible(problem.isEmpty());
        marks.setManaged(problem.isEmpty());
        strip.setVisible(problem.isEmpty());
        middle.getChildren().retainAll(List.of(strip));
        if (!problem.isEmpty()) {
            middle.getChildren().add(refusal(problem));
        } else if (!ready) {
            var skeleton = new LoadingSkeleton(2, messages.text("viewer.loading"));
            skeleton.getStyleClass().add("viewer-refusal");
            middle.getChildren().add(skeleton);
        }
    }

    private static Node refusal(String problem) {
        var sentence = new Paragraph(problem, "problem");
        sentence.setId("viewer-problem");
        var card = new VBox(Icon.styled(Feather.ALERT_TRIANGLE, "danger"), sentence);
        card.getStyleClass().addAll("card", "viewer-refusal");
        return card;
    }

    private boolean isShowingDetails() {
        return details.isVisible();
    }

    private void showDetails(boolean wanted) {
        details.setVisible(wanted);
        details.setManaged(wanted);
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean used = event.isShortcutDown() ? pressedWithControl(event) : !typing && pressedAlone(event);
        if (used || walked(event)) {
            event.consume();
        }
    }

    private boolean pressedWithControl(KeyEvent event) {
        switch (event.getCode()) {
            case F -> toolbar.find();
            case PLUS, EQUALS, ADD -> model.larger();
            case MINUS, SUBTRACT -> model.smaller();
            case DIGIT0, NUMPAD0 -> model.paperSize();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean pressedAlone(KeyEvent event) {
        if (event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> model.larger();
            case MINUS, SUBTRACT -> model.smaller();
            case W -> model.fitWidth();
            case P -> model.fitPage();
            case D -> showDetails(!isShowingDetails());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean walked(KeyEvent event) {
        if (event.getCode() != KeyCode.F3) {
            return false;
        }
        if (event.isShiftDown()) {
            model.search().previous();
        } else {
            model.search().next();
        }
        return true;
    }

    private void scrolled(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_DOWN -> model.nextPage();
            case PAGE_UP -> model.previousPage();
            case SPACE -> strip.scroll(event.isShiftDown() ? -1 : 1);
            case DOWN -> strip.scroll(0.15);
            case UP -> strip.scroll(-0.15);
            case HOME -> model.go(0);
            case END -> model.go(Integer.MAX_VALUE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void wheeled(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            if (event.getDeltaY() > 0) {
                model.larger();
            } else {
                model.smaller();
            }
            event.consume();
        }
    }
}
