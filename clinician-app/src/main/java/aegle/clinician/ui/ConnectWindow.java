// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Navigation;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.ProgramWindow;
import aegle.desktop.kit.Theme;
import aegle.desktop.kit.WindowShell;
import aegle.sharing.ConnectionProfile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The first window of a program that was not told its network: chooses the connection file, keeps a copy, goes on. */
public final class ConnectWindow {
    private final Stage stage;
    private final Messages messages;
    private final Path kept;
    private final Consumer<ConnectionProfile> connected;
    private final BackgroundTasks background;
    private final ProgramWindow window;
    private final StringProperty problem = new SimpleStringProperty("");

    /**
     * Prepare the window.
     *
     * @param kept where the copy goes; what is there already could not be read
     * @param connected gets the profile, on the JavaFX thread; this window is closed then
     */
    public ConnectWindow(Stage stage, Locale locale, Path kept, Consumer<ConnectionProfile> connected) {
        this.stage = stage;
        this.kept = kept;
        this.connected = connected;
        messages = Messages.load(locale, "aegle.clinician.texts");
        background = BackgroundTasks.forWindows(failure -> problem.set(messages.text("kit.unexpected.sentence")));
        var shell = new WindowShell(
                messages.text("program.name"), new Navigation(List.of()), new Notices(), messages, Optional.empty());
        if (Files.exists(kept)) {
            problem.set(messages.text("connect.foreign"));
        }
        shell.cover(new View());
        window = new ProgramWindow(
                stage,
                messages.text("program.name"),
                new ProgramWindow.Parts(shell, Theme.ofSystem(), background, messages),
                background::close);
    }

    public void show() {
        window.show();
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        File chosen = chooser.showOpenDialog(stage);
        if (chosen != null) {
            background
                    .run("read a connection profile", () -> ConnectionProfile.read(chosen.toPath()))
                    .onSuccess(this::keep)
                    .onFailure(failure -> problem.set(messages.text("connect.foreign")))
                    .start();
        }
    }

    private void keep(ConnectionProfile profile) {
        background
                .perform("remember the connection profile", () -> profile.write(kept))
                .onDone(() -> {
                    connected.accept(profile);
                    window.close();
                })
                .onFailure(failure -> problem.set(messages.text("connect.unwritable")))
                .start();
    }

    /** One sentence and one button. */
    private final class View extends FxView {
        private final Gate root = new Gate(
                new Paragraph(messages.text("connect.title"), "title-2"),
                new Paragraph(messages.text("connect.intro"), "muted"),
                Paragraph.bound("connect-problem", problem, "problem"),
                new ActionRow(ActionButton.primary(
                        "connect-choose", messages.text("connect.choose"), ConnectWindow.this::choose)));

        @Override
        public Parent root() {
            return root;
        }
    }
}
