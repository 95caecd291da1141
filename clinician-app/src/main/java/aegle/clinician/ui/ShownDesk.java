// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.desktop.connection.ConnectionStatusViewModel;
import aegle.desktop.connection.StatusLineView;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.WindowShell;
import aegle.sharing.ConnectionProfile;
import java.util.Optional;

/**
 * All that a window shows of a desk between two locks, and knows for it. When the keys are dropped it is thrown away, so that no
 * name, date or title stays in memory.
 */
final class ShownDesk {
    private final ClinicianScreens screens;
    private final Notices notices;
    private final WindowShell shell;
    private final ConnectionWatch connection;

    ShownDesk(ClinicianScreens.Desks desks, ClinicianScreens.Parts parts, ConnectionProfile profile, Runnable lock) {
        Messages messages = parts.wording().messages();
        notices = parts.notices();
        screens = new ClinicianScreens(desks, parts);
        shell = new WindowShell(
                messages.text("program.name"), screens.navigation(), notices, messages, Optional.of(lock));
        var status = new ConnectionStatusViewModel(messages, parts.wording().dates());
        shell.setStatus(new StatusLineView(status, messages));
        connection = new ConnectionWatch(profile, screens.patients(), status);
    }

    ClinicianScreens screens() {
        return screens;
    }

    Notices notices() {
        return notices;
    }

    WindowShell shell() {
        return shell;
    }

    ConnectionWatch connection() {
        return connection;
    }
}
