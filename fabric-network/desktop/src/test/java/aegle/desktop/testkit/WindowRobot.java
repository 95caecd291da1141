// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.testkit;

import aegle.desktop.kit.PngImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A person at one window: clicks, types and reads by node id, with real mouse and key events.
 *
 * <p>Every step waits until its node is seen and enabled, at most for the limit given here, and then fails with what
 * it waited for; no step sleeps. Brings its window to the front first, so that several windows can share a screen.
 * Call it from any thread but JavaFX's.
 *
 * <p>The pointer jumps: TestFX's own walks up to 200 points and waits five times after each move, press and key, which made
 * up most of the time of these tests.
 */
public final class WindowRobot {
    private static final long LIMIT_OF_DEED = 60_000;

    private final Robot robot = answered(Robot::new);
    private final Stage stage;
    private final Duration limit;

    /** Sit down at a window with ten seconds of patience per step. */
    public WindowRobot(Stage stage) {
        this(stage, Duration.ofSeconds(10));
    }

    /** Sit down at a window. */
    public WindowRobot(Stage stage, Duration limit) {
        this.stage = stage;
        this.limit = limit;
    }

    /** Click the node. */
    public WindowRobot click(String id) {
        return click(id, 1);
    }

    /** Click the node twice. */
    public WindowRobot doubleClick(String id) {
        return click(id, 2);
    }

    /** Drag something in, as from another program, and let go of it over a node. */
    public WindowRobot drop(Map<DataFormat, Object> content, String onto) {
        Label thing = new Label("dragged");
        thing.setOnDragDetected(event -> {
            thing.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        StackPane.setAlignment(thing, Pos.BOTTOM_RIGHT);
        Node target = awaitReady(onto);
        Pane root = (Pane) stage.getScene().getRoot();
        act(() -> root.getChildren().add(thing));
        settle();
        drag(center(thing), center(target));
        act(() -> root.getChildren().remove(thing));
        return this;
    }

    private void drag(Point2D start, Point2D end) {
        front();
        act(() -> robot.mouseMove(start));
        act(() -> robot.mousePress(MouseButton.PRIMARY));
        // a move that begins the dragging returns only when it has ended, so nobody can wait for it
        for (Point2D place : List.of(start.midpoint(end), end, end.add(1, 1))) {
            Future<Void> _ = WaitForAsyncUtils.asyncFx(() -> robot.mouseMove(place));
            settle();
        }
        act(() -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /** Replace what is in a field by typing on the keyboard. */
    public WindowRobot type(String id, String text) {
        focus(id);
        press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.DELETE);
        text.chars().forEach(letter -> act(() -> write(Character.toString(letter))));
        settle();
        return this;
    }

    /** Put a text into a field at once; for long texts and characters that no headless keyboard has. */
    public WindowRobot fill(String id, String text) {
        focus(id);
        act(() -> ((TextInputControl) ready(id).orElseThrow()).setText(text));
        settle();
        return this;
    }

    /** Press a key, after holding down the others given before it: {@code press(CONTROL, L)}. */
    public WindowRobot press(KeyCode... keys) {
        front();
        List<KeyCode> pressed = List.of(keys);
        pressed.forEach(key -> act(() -> robot.keyPress(key)));
        pressed.reversed().forEach(key -> act(() -> robot.keyRelease(key)));
        settle();
        return this;
    }

    /** Give a node the focus. */
    public WindowRobot focus(String id) {
        Node node = awaitReady(id);
        front();
        act(node::requestFocus);
        settle();
        return this;
    }

    /** Wait until the node is seen and enabled. */
    public WindowRobot await(String id) {
        awaitReady(id);
        return this;
    }

    /** Wait until no such node is seen. */
    public WindowRobot awaitGone(String id) {
        until("no #" + id, () -> seen(id).isEmpty());
        return this;
    }

    /** Wait until the node's text contains something. */
    public WindowRobot awaitText(String id, String part) {
        until(
                "#" + id + " saying \"" + part + "\"",
                () -> seen(id).map(WindowRobot::textOf)
                        .filter(text -> text.contains(part))
                        .isPresent());
        return this;
    }

    /** Wait until anything in the window says something. */
    public WindowRobot awaitAnywhere(String part) {
        until("anything saying \"" + part + "\"", () -> texts().stream().anyMatch(text -> text.contains(part)));
        return this;
    }

    /** Wait until a condition holds, asked on the JavaFX thread. */
    public WindowRobot until(String what, Supplier<Boolean> condition) {
        try {
            Callable<Boolean> asked = () -> onFx(condition);
            WaitForAsyncUtils.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS, asked);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "waited " + limit.toSeconds() + " s for " + what + "; the window shows " + texts(), e);
        }
        settle();
        return this;
    }

    /** The text of a node that is seen: label, button or field; of anything else all texts within. */
    public String text(String id) {
        until("#" + id, () -> seen(id).isPresent());
        return onFx(() -> textOf(seen(id).orElseThrow()));
    }

    /** All texts that are seen, in their order. */
    public List<String> texts() {
        return onFx(() -> {
            List<String> all = new ArrayList<>();
            collectTexts(stage.getScene().getRoot(), all);
            return all;
        });
    }

    /** Says whether the node is seen now. */
    public boolean isSeen(String id) {
        return onFx(() -> seen(id).isPresent());
    }

    /** The id of the control that has the focus; empty text without one. */
    public String focused() {
        return onFx(() -> Optional.ofNullable(stage.getScene().getFocusOwner())
                .map(Node::getId)
                .orElse(""));
    }

    /** Ask or do something on the JavaFX thread. */
    public <T> T onFx(Supplier<T> question) {
        return answered(question);
    }

    private static <T> T answered(Supplier<T> question) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(question::get));
    }

    /** Take a picture of the window's content into a PNG file. */
    public WindowRobot picture(Path file) {
        settle();
        act(() -> {
            try {
                PngImage.snapshot(stage.getScene(), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return this;
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    private Node awaitReady(String id) {
        until("#" + id + " to be seen and enabled", () -> ready(id).isPresent());
        return onFx(() -> {
            Node node = ready(id).orElseThrow();
            scrollTo(node);
            return node;
        });
    }

    private Optional<Node> ready(String id) {
        return find(stage.getScene().getRoot(), node -> id.equals(node.getId()) && !node.isDisabled());
    }

    private Optional<Node> seen(String id) {
        return find(stage.getScene().getRoot(), node -> id.equals(node.getId()));
    }

    private static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (wanted.test(node)) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .flatMap(child -> find(child, wanted).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private static void collectTexts(Node node, List<String> all) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text) {
            if (!text.getText().isBlank()) {
                all.add(text.getText());
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectTexts(child, all));
        }
    }

    private static String textOf(Node node) {
        return switch (node) {
            case Labeled labeled -> Objects.requireNonNullElse(labeled.getText(), "");
            case TextInputControl input -> Objects.requireNonNullElse(input.getText(), "");
            case Text text -> text.getText();
            default -> {
                List<String> all = new ArrayList<>();
                collectTexts(node, all);
                yield String.join("\n", all);
            }
        };
    }

    private WindowRobot click(String id, int times) {
        Node node = awaitReady(id);
        front();
        Point2D place = center(node);
        act(() -> robot.mouseMove(place));
        for (int i = 0; i < times; i++) {
            act(() -> robot.mousePress(MouseButton.PRIMARY));
            act(() -> robot.mouseRelease(MouseButton.PRIMARY));
        }
        settle();
        return this;
    }

    private Point2D center(Node node) {
        return onFx(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    /** A character that was typed, whatever keys it takes on somebody's keyboard. */
    private void write(String letter) {
        Optional.ofNullable(stage.getScene().getFocusOwner())
                .ifPresent(field -> Event.fireEvent(
                        field,
                        new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    /** Do something on the JavaFX thread, and let it handle what follows from it. */
    private static void act(Runnable deed) {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT_OF_DEED, deed);
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    /** Scroll every pane around the node until the node is inside. */
    private static void scrollTo(Node node) {
        stageLayout(node);
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane && pane.getContent() != null) {
                Bounds inside = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                Bounds whole = pane.getContent().getLayoutBounds();
                double room = whole.getHeight() - pane.getViewportBounds().getHeight();
                double top = pane.getVvalue() * room;
                boolean hidden = inside.getMinY() < top
                        || inside.getMaxY() > top + pane.getViewportBounds().getHeight();
                if (room > 0 && hidden) {
                    double middle =
                            inside.getCenterY() - pane.getViewportBounds().getHeight() / 2;
                    pane.setVvalue(Math.clamp(middle / room, 0, 1));
                    stageLayout(node);
                }
            }
        }
    }

    private static void stageLayout(Node node) {
        Parent root = node.getScene().getRoot();
        root.applyCss();
        root.layout();
    }

    private void front() {
        act(() -> {
            stage.toFront();
            stage.requestFocus();
        });
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(2);
    }
}
