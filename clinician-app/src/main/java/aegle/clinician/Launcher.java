// SPDX-License-Identifier: Apache-2.0
package aegle.clinician;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/** Starts the clinician program. Does not extend {@link Application}, because JavaFX could then not be started from the class path. */
public final class Launcher {
    private static final String LOG_FILE = "aegle.log";
    private static final int WRONG_CALL = 2;

    private Launcher() {}

    /**
     * Start with {@code --data DIR}, {@code --profile FILE} and {@code --documents DIR}, all optional; with anything else it says so
     * and ends with 2.
     */
    public static void main(String[] arguments) {
        try {
            Path data = LaunchOptions.of(List.of(arguments), Path.of(System.getProperty("user.home")))
                    .data();
            System.getProperties()
                    .putIfAbsent(LOG_FILE, data.resolve("clinician.log").toString());
        } catch (IllegalArgumentException e) {
            System.err.println("Aegle clinician: " + e.getMessage());
            System.exit(WRONG_CALL);
        }
        Application.launch(ClinicianApplication.class, arguments);
    }
}
