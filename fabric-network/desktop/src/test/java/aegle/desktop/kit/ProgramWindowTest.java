// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.testkit.ShownWindow;
import aegle.desktop.testkit.WindowRobot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ProgramWindowTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Messages messages = Messages.load(Locale.UK);
    private final BackgroundTasks background = BackgroundTasks.forWindows(failure -> heard.add(failure.what()));
    private final Stage stage = ShownWindow.onFx(Stage::new);
    private final Theme theme = ShownWindow.onFx(Theme::ofSystem);
    private final WindowRobot robot = new WindowRobot(stage);

    @AfterEach
    void close() {
        background.close();
        ShownWindow.onFx(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void closing_during_work_asks_and_closing_at_rest_does_not() throws InterruptedException {
        CountDownLatch sending = new CountDownLatch(1);
        show();
        background.perform("send", sending::await).start();
        robot.until("work", () -> background.busyProperty().get());

        requestClose();
        robot.awaitAnywhere("Something is still being sent")
                .press(KeyCode.ESCAPE)
                .awaitGone("question");
        assertTrue(ShownWindow.onFx(stage::isShowing));

        requestClose();
        robot.click("confirm");
        assertFalse(ShownWindow.onFx(stage::isShowing));
        assertEquals(List.of("closed"), heard);

        sending.countDown();
        ShownWindow.onFx(() -> {
            stage.show();
            return true;
        });
        robot.until("rest", () -> !background.busyProperty().get());
        requestClose();
        assertEquals(List.of("closed", "closed"), heard);
    }

    @Test
    void ctrl_and_minus_or_zero_set_the_size_of_text() {
        show();
        ShownWindow.onFx(() -> {
            theme.setTextScale(2);
            return true;
        });
        robot.press(KeyCode.CONTROL, KeyCode.MINUS);
        assertEquals(1.75, theme.textScaleProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.EQUALS);
        assertEquals(2, theme.textScaleProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(1, theme.textScaleProperty().get());
    }

    @Test
    void the_window_has_the_carried_font() {
        show();
        assertEquals(
                "Inter",
                ShownWindow.onFx(() ->
                        ((Label) stage.getScene().lookup("#greeting")).getFont().getFamily()));
    }

    private void requestClose() {
        ShownWindow.onFx(() -> {
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }

    private void show() {
        ShownWindow.onFx(() -> {
            Navigation navigation =
                    new Navigation(List.of(new Destination("home", "Home", Feather.HOME, Greeting::new)));
            WindowShell shell = new WindowShell("Aegle", navigation, new Notices(), messages, Optional.empty());
            navigation.go("home");
            new ProgramWindow(
                            stage,
                            "Aegle",
                            new ProgramWindow.Parts(shell, theme, background, messages),
                            () -> heard.add("closed"))
                    .show();
            return true;
        });
    }

    private static final class Greeting extends FxView {
        private final Page page = new Page("Home");

        Greeting() {
            Paragraph greeting = new Paragraph("Good morning");
            greeting.setId("greeting");
            page.add(greeting);
        }

        @Override
        public Parent root() {
            return page;
        }
    }
}
