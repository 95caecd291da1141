// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.desktop.testkit.ShownWindow;
import aegle.desktop.testkit.WindowRobot;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** A real window of a program on the headless screen, and the robot that sits before it. */
final class PlayedWindow {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final WindowRobot robot;

    private PlayedWindow(Stage stage) {
        this.stage = stage;
        this.robot = new WindowRobot(stage, PATIENCE);
    }

    /** Open a window; the program shows itself in it. */
    static PlayedWindow open(Consumer<Stage> program) {
        ShownWindow.startToolkit();
        var opened = new CompletableFuture<Stage>();
        Platform.runLater(() -> {
            var stage = new Stage();
            program.accept(stage);
            opened.complete(stage);
        });
        return new PlayedWindow(opened.join());
    }

    WindowRobot robot() {
        return robot;
    }

    /** Bring the window before all others, as somebody does who sits down at it. */
    void sitDown() {
        robot.onFx(() -> {
            stage.toFront();
            stage.requestFocus();
            return stage;
        });
    }

    /** End the program and close its window. */
    void end(Runnable program) {
        robot.onFx(() -> {
            program.run();
            stage.hide();
            return stage;
        });
    }
}
