// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The headless demo: plays the main job and exits with 0 only if all of it held. Started by {@code fabric-network/demo}. */
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private static final int CANNOT_PLAY = 2;

    private Demo() {}

    /** Ends the process even after a failure, when the toolkit's threads would keep it alive. */
    public static void main(String[] arguments) {
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> {
            LOG.error("The demo cannot be played", failure);
            System.exit(CANNOT_PLAY);
        });
        try {
            System.exit(play(DemoOptions.parse(arguments)) ? 0 : 1);
        } catch (IOException e) {
            LOG.error("The demo cannot be played: {}", e.getMessage());
            System.exit(CANNOT_PLAY);
        }
    }

    private static boolean play(DemoOptions options) throws IOException {
        try (var stage = DemoFolder.of(options.data())) {
            Path documents = options.documents().isPresent()
                    ? options.documents().get()
                    : DemoPlayer.samples(stage.path().resolve("samples"));
            var staging = Staging.on(options.network(), Clock.tickMillis(ZoneOffset.UTC), new SecureRandom());
            DemoReport report = new DemoPlayer(staging, stage.path(), new Gallery(options.out())).play(documents);
            Optional<Path> out = options.out();
            if (out.isPresent()) {
                report.write(out.get().resolve("report.json"));
            }
            LOG.info(
                    "{}: {} documents viewed unchanged, {} files refused",
                    report.allHeld() ? "All of it held" : "Not all of it held",
                    report.documents().size(),
                    report.refused().size());
            return report.allHeld();
        }
    }
}
