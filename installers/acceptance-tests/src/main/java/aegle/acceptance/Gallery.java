// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.desktop.testkit.WindowRobot;
import java.nio.file.Path;
import java.util.Optional;

/** The pictures of each screen that the player passes, once all of it is there, numbered in their order; none if nobody wants them. */
final class Gallery {
    private final Optional<Path> folder;
    private int taken;

    Gallery(Optional<Path> folder) {
        this.folder = folder;
    }

    void take(WindowRobot robot, String screen) {
        folder.ifPresent(into -> {
            taken++;
            robot.until("everything that is to be seen", () -> SeenNodes.isComplete(robot.stage()));
            robot.picture(into.resolve("%02d-%s.png".formatted(taken, screen)));
        });
    }
}
