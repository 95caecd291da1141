// SPDX-License-Identifier: Apache-2.0
package aegle.clinician;

import aegle.clinician.ui.ConnectWindow;
import aegle.crypto.vault.Argon2Cost;
import aegle.sharing.ConnectionProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clinician program as a program of its own: reads its options, opens one window, ends with it. */
public final class ClinicianApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(ClinicianApplication.class);

    private Optional<ClinicianComposition> composition = Optional.empty();

    @Override
    public void start(Stage stage) {
        LaunchOptions options = LaunchOptions.of(getParameters().getRaw(), Path.of(System.getProperty("user.home")));
        make(options.data());
        profile(options.profile())
                .ifPresentOrElse(
                        profile -> compose(stage, options, profile),
                        () -> new ConnectWindow(
                                        stage,
                                        Locale.getDefault(),
                                        options.data().resolve("network.json"),
                                        profile -> compose(new Stage(), options, profile))
                                .show());
    }

    @Override
    public void stop() {
        composition.ifPresent(ClinicianComposition::close);
    }

    private void compose(Stage stage, LaunchOptions options, ConnectionProfile profile) {
        var program = new ClinicianComposition(
                new ClinicianComposition.Home(options.data(), profile, options.documents()),
                Clock.tickMillis(ZoneOffset.UTC),
                new SecureRandom(),
                Locale.getDefault(),
                () -> Argon2Cost.calibrated(System::nanoTime));
        composition = Optional.of(program);
        program.show(stage);
    }

    /** A folder that cannot be made is no reason not to start: the window says so where something is to be kept in it. */
    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.warn("the program's folder cannot be made: {}", e.getClass().getSimpleName());
        }
    }

    /** A profile that cannot be read is no reason not to start: the window says so and offers to choose one. */
    private static Optional<ConnectionProfile> profile(Path file) {
        try {
            return Optional.of(ConnectionProfile.read(file));
        } catch (IOException e) {
            LOG.warn("the connection profile cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
