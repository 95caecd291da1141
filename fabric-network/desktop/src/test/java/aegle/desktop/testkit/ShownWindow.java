// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.testkit;

import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Navigation;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.Theme;
import aegle.desktop.kit.UnexpectedFailure;
import aegle.desktop.kit.WindowShell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A window for one test, on the headless screen; closing it fails when something unexpected happened meanwhile.
 *
 * <pre>{@code
 * try (ShownWindow window = ShownWindow.english()) {
 *     window.showView(() -> new GrantView(model, window.messages()));
 *     window.robot().click("grant").awaitText("notice-sentence", "Dr. Chen can read");
 * }
 * }</pre>
 */
public final class ShownWindow implements AutoCloseable {
    private static final double WIDTH = 1024;
    private static final double HEIGHT = 700;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Stage stage;
    private final Theme theme;
    private final Messages messages;
    private final List<UnexpectedFailure> unexpected = new CopyOnWriteArrayList<>();
    private final BackgroundTasks background = BackgroundTasks.forWindows(unexpected::add);
    private final WindowRobot robot;
    private Optional<WindowShell> shell = Optional.empty();

    private ShownWindow(Messages messages) {
        this.messages = messages;
        stage = onFx(Stage::new);
        theme = onFx(Theme::ofSystem);
        robot = new WindowRobot(stage);
    }

    /** Start JavaFX if necessary; for tests that need the toolkit but no window. */
    public static void startToolkit() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("JavaFX does not start without a screen", e);
        }
    }

    /** Open a window that reads English. */
    public static ShownWindow english(String... bundles) {
        return in(Locale.UK, bundles);
    }

    /** Open a window that reads German, the longest language. */
    public static ShownWindow german(String... bundles) {
        return in(Locale.GERMANY, bundles);
    }

    /** Open a window in some language with texts of the kit and of some bundles. */
    public static ShownWindow in(Locale locale, String... bundles) {
        startToolkit();
        return new ShownWindow(Messages.load(locale, bundles));
    }

    /** Show one view without navigation. */
    public ShownWindow showView(Supplier<FxView> view) {
        return showShell(own -> {
            WindowShell made = new WindowShell(
                    "Aegle", new Navigation(List.of()), new Notices(), own.messages(), Optional.empty());
            made.cover(view.get());
            return made;
        });
    }

    /** Show a whole shell, made on the JavaFX thread. */
    public ShownWindow showShell(Function<ShownWindow, WindowShell> made) {
        WindowShell built = onFx(() -> made.apply(this));
        shell = Optional.of(built);
        onFx(() -> show(built.root()));
        onFx(() -> theme.textScaleProperty().subscribe(built::adaptToTextSize));
        WaitForAsyncUtils.waitForFxEvents(2);
        return this;
    }

    /** Choose light or dark. */
    public ShownWindow dressed(Theme.Appearance appearance) {
        onFx(() -> {
            theme.appearanceProperty().set(appearance);
            return true;
        });
        return this;
    }

    /** Set the size of text, 2 for 200 %. */
    public ShownWindow textScale(double scale) {
        onFx(() -> {
            theme.setTextScale(scale);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents(2);
        return this;
    }

    /** Take pictures in light and dark, {@code name-light.png} and {@code name-dark.png}; leaves it light. */
    public ShownWindow pictures(Path folder, String name) {
        dressed(Theme.Appearance.DARK);
        robot.picture(folder.resolve(name + "-dark.png"));
        dressed(Theme.Appearance.LIGHT);
        robot.picture(folder.resolve(name + "-light.png"));
        return this;
    }

    /** Wait until all background work has ended. */
    public ShownWindow awaitIdle() throws InterruptedException {
        if (!background.awaitIdle(LIMIT)) {
            throw new AssertionError("background work did not end within " + LIMIT);
        }
        WaitForAsyncUtils.waitForFxEvents(2);
        return this;
    }

    /** Texts that are cut off or laid over the edge of the window; empty when all is well. */
    public List<String> clippedTexts() {
        return onFx(() -> ClippedTexts.in(stage.getScene()));
    }

    /** Failures that no use case declares; reading them acknowledges them. */
    public List<UnexpectedFailure> takeUnexpected() {
        List<UnexpectedFailure> taken = List.copyOf(unexpected);
        unexpected.clear();
        return taken;
    }

    /** Somebody at this window. */
    public WindowRobot robot() {
        return robot;
    }

    /** The shell shown last. */
    public WindowShell shell() {
        return shell.orElseThrow();
    }

    /** Background work of this window. */
    public BackgroundTasks background() {
        return background;
    }

    /** Texts of this window. */
    public Messages messages() {
        return messages;
    }

    /** The theme of this window. */
    public Theme theme() {
        return theme;
    }

    /** Ask or do something on the JavaFX thread. */
    public static <T> T onFx(Supplier<T> question) {
        startToolkit();
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(question::get));
    }

    @Override
    public void close() {
        background.close();
        onFx(() -> {
            stage.close();
            return true;
        });
        if (!unexpected.isEmpty()) {
            throw new AssertionError(
                    "unexpected: " + unexpected, unexpected.getFirst().cause());
        }
    }

    private boolean show(Parent root) {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        var _ = theme.dress(scene);
        background.guardThisThread();
        stage.setScene(scene);
        stage.show();
        return true;
    }
}
