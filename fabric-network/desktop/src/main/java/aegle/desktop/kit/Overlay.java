// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Dialogs inside the window, above everything but the lock: no window of its own, so it also works without a desktop.
 *
 * <p>While one is open the rest of the window gets neither clicks nor focus; when the last one closes, the focus
 * returns to where it was. Dialogs may be stacked.
 */
public final class Overlay {
    private final StackPane layer = new StackPane();
    private final Deque<Opened> opened = new ArrayDeque<>();

    private record Opened(FxView view, ScrollPane frame, Optional<Node> focusBefore) {}

    Overlay() {
        layer.setId("overlay");
        layer.getStyleClass().add("overlay");
        layer.setVisible(false);
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::keepFocusInside);
    }

    /** Open a dialog; its root is laid out as a card in the middle. */
    public void show(FxView dialog) {
        StackPane centered = new StackPane(dialog.root());
        centered.getStyleClass().add("overlay-content");
        centered.setMinHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(dialog.root(), Pos.CENTER);
        if (dialog.root() instanceof Region region) {
            region.setMaxHeight(Region.USE_PREF_SIZE);
        }
        ScrollPane frame = new ScrollPane(centered);
        frame.setFitToWidth(true);
        frame.setFitToHeight(true);
        frame.setFocusTraversable(false);
        frame.getStyleClass().addAll("overlay-frame", "edge-to-edge");
        opened.push(new Opened(dialog, frame, FocusOrder.owner(layer)));
        layer.getChildren().add(frame);
        layer.setVisible(true);
        dialog.attach();
        layer.applyCss();
        layer.layout();
        FocusOrder.enter(dialog, Optional.empty());
    }

    /** Ask something; {@code confirmed} runs after the dialog has closed. */
    public void ask(Question question, Runnable confirmed) {
        show(new ConfirmDialog(
                question,
                () -> {
                    close();
                    confirmed.run();
                },
                this::close));
    }

    /** Close the topmost dialog, if any. */
    public void close() {
        if (opened.isEmpty()) {
            return;
        }
        Opened closed = opened.pop();
        closed.view().detach();
        layer.getChildren().remove(closed.frame());
        layer.setVisible(!opened.isEmpty());
        closed.focusBefore()
                .flatMap(before -> FocusOrder.sameAs(before, layer.getScene().getRoot()))
                .ifPresent(Node::requestFocus);
    }

    /** Says whether a dialog is open. */
    public boolean isOpen() {
        return !opened.isEmpty();
    }

    Optional<FxView> top() {
        return Optional.ofNullable(opened.peek()).map(Opened::view);
    }

    void escape() {
        top().filter(view -> !view.escape()).ifPresent(view -> close());
    }

    StackPane layer() {
        return layer;
    }

    private void keepFocusInside(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            top().flatMap(view -> FocusOrder.next(view.root(), FocusOrder.owner(layer), event.isShiftDown()))
                    .ifPresent(FocusOrder::bring);
            event.consume();
        }
    }
}
