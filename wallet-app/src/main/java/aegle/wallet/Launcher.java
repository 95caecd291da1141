// SPDX-License-Identifier: Apache-2.0
package aegle.wallet;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/** Starts the wallet. It does not extend {@link Application}, because JavaFX could then not be started from the class path. */
public final class Launcher {
    private static final int WRONG_CALL = 2;

    private Launcher() {}

    /** Start with {@code --data DIR} and {@code --profile FILE}, both optional; with anything else it says so and ends with 2. */
    public static void main(String[] arguments) {
        try {
            LaunchOptions.of(List.of(arguments), Path.of(""));
        } catch (IllegalArgumentException e) {
            System.err.println("Aegle wallet: " + e.getMessage());
            System.exit(WRONG_CALL);
        }
        Application.launch(WalletApplication.class, arguments);
    }
}
