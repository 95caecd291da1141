// SPDX-License-Identifier: Apache-2.0
package aegle.wallet;

import aegle.desktop.kit.ToolkitSettings;
import javafx.application.Application;

/** Starts the wallet. It does not extend {@link Application}, because JavaFX could then not be started from the class path. */
public final class Launcher {
    private Launcher() {}

    /** Start with {@code --data DIR} and {@code --profile FILE}, both optional. */
    public static void main(String[] arguments) {
        ToolkitSettings.apply();
        Application.launch(WalletApplication.class, arguments);
    }
}
