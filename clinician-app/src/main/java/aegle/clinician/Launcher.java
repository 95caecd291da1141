// SPDX-License-Identifier: Apache-2.0
package aegle.clinician;

import aegle.desktop.kit.ToolkitSettings;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/** Starts the clinician program. Does not extend {@link Application}, because JavaFX could then not be started from the class path. */
public final class Launcher {
    private static final String LOG_FILE = "aegle.log";

    private Launcher() {}

    /** Start with {@code --data DIR}, {@code --profile FILE} and {@code --documents DIR}, all optional. */
    public static void main(String[] arguments) {
        ToolkitSettings.apply();
        Path data = LaunchOptions.of(List.of(arguments), Path.of(System.getProperty("user.home")))
                .data();
        System.getProperties()
                .putIfAbsent(LOG_FILE, data.resolve("clinician.log").toString());
        Application.launch(ClinicianApplication.class, arguments);
    }
}
