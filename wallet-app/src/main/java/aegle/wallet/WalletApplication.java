// SPDX-License-Identifier: Apache-2.0
package aegle.wallet;

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

/** The wallet as a program of its own: reads its options, opens one window, ends with it. */
public final class WalletApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(WalletApplication.class);

    private Optional<WalletComposition> composition = Optional.empty();

    @Override
    public void start(Stage stage) {
        LaunchOptions options = LaunchOptions.of(getParameters().getRaw(), Path.of(System.getProperty("user.home")));
        make(options.data());
        var program = new WalletComposition(
                new WalletComposition.Home(options.data(), profile(options)),
                Clock.tickMillis(ZoneOffset.UTC),
                new SecureRandom(),
                Locale.getDefault(),
                () -> Argon2Cost.calibrated(System::nanoTime));
        composition = Optional.of(program);
        program.show(stage);
    }

    @Override
    public void stop() {
        composition.ifPresent(WalletComposition::close);
    }

    /** A folder that cannot be made is no reason not to start: the window says so where something is to be kept in it. */
    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.warn("the program's folder cannot be made: {}", e.getClass().getSimpleName());
        }
    }

    /** A profile that cannot be read is no reason not to start: the window says so and offers to choose another. */
    private static Optional<ConnectionProfile> profile(LaunchOptions options) {
        if (options.profile().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConnectionProfile.read(options.profile().get()));
        } catch (IOException e) {
            LOG.warn("the connection profile cannot be read", e);
            return Optional.empty();
        }
    }
}
