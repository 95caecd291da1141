// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The dialogs of the system, above one window. */
public final class SystemFileDialogs implements FileDialogs {
    private static final int LONGEST_NAME = 100;

    private final Stage stage;

    /** Show dialogs above a window. */
    public SystemFileDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> open(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(harmless(name));
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    /** What somebody else called the file, without anything that a file system could take for a path or a hidden file. */
    static String harmless(String name) {
        String plain = name.strip().replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^\\.+", "");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
