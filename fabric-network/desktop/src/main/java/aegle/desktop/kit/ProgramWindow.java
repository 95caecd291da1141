// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;

/**
 * The window of a program: dressed, large enough, and asking before it closes during work.
 *
 * <p>Its title is the program's name only, never a patient's. Closing ends nothing but the window: the program's
 * composition root hears of it by {@code closed}.
 */
public final class ProgramWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;

    private final Stage stage;
    private final BackgroundTasks background;
    private final Messages messages;
    private final Theme theme;
    private final Runnable closed;
    private WindowShell shell;
    private Subscription dress = Subscription.EMPTY;

    /** What a window is made of besides its stage. */
    public record Parts(WindowShell shell, Theme theme, BackgroundTasks background, Messages messages) {}

    /** Prepare a window; {@link #show} shows it. On the JavaFX thread. */
    public ProgramWindow(Stage stage, String title, Parts parts, Runnable closed) {
        this.stage = stage;
        this.shell = parts.shell();
        this.theme = parts.theme();
        this.background = parts.background();
        this.messages = parts.messages();
        this.closed = closed;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        showScene(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        stage.addEventHandler(KeyEvent.KEY_PRESSED, this::resizeText);
        stage.setTitle(title);
        stage.setMinWidth(Math.min(800, screen.getWidth()));
        stage.setMinHeight(Math.min(560, screen.getHeight()));
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        background.guardThisThread();
    }

    /** Show the window. */
    public void show() {
        stage.show();
    }

    /** Show other contents from now on, in a scene of their own: the one before would remember what was under the mouse. */
    public void replace(WindowShell next) {
        Scene before = stage.getScene();
        shell = next;
        showScene(before.getWidth(), before.getHeight());
        before.setRoot(new Group());
    }

    private void showScene(double width, double height) {
        dress.unsubscribe();
        Scene scene = new Scene(shell.root(), width, height);
        dress = Subscription.combine(
                theme.dress(scene), theme.textScaleProperty().subscribe(shell::adaptToTextSize));
        shell.adaptToTextSize();
        stage.setScene(scene);
    }

    /** Close the window, after asking when work is going on. */
    public void close() {
        if (background.busyProperty().get() && !shell.isCovered()) {
            shell.overlay()
                    .ask(
                            new Question(
                                    messages.text("kit.close.title"),
                                    messages.text("kit.close.sentence"),
                                    messages.text("kit.close.confirm"),
                                    messages.text("kit.close.cancel"),
                                    false),
                            this::closeNow);
        } else {
            closeNow();
        }
    }

    private void closeNow() {
        stage.hide();
        closed.run();
    }

    private void resizeText(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.EQUALS || event.getCode() == KeyCode.ADD) {
            theme.larger();
            event.consume();
        } else if (event.getCode() == KeyCode.MINUS || event.getCode() == KeyCode.SUBTRACT) {
            theme.smaller();
            event.consume();
        } else if (event.getCode() == KeyCode.DIGIT0) {
            theme.setTextScale(1);
            event.consume();
        }
    }
}
