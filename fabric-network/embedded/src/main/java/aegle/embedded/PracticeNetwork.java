// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The practice network as a process: {@code PracticeNetwork --data FOLDER}. Its invented officers approve every application by
 * themselves, since nobody is verified here. Writes the file {@code ready} once programs may connect; stops on SIGTERM.
 */
public final class PracticeNetwork {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeNetwork.class);

    private PracticeNetwork() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        run(NetworkParts.standard(Clock.tickMillis(ZoneOffset.UTC), new SecureRandom()), arguments);
    }

    /** Run a network of these parts, until the process is stopped. */
    public static void run(NetworkParts parts, String... arguments) throws IOException, InterruptedException {
        if (arguments.length != 2 || !arguments[0].equals("--data")) {
            throw new IllegalArgumentException("usage: PracticeNetwork --data FOLDER");
        }
        Path folder = Path.of(arguments[1]);
        Files.createDirectories(folder);
        Path ready = folder.resolve("ready");
        Files.deleteIfExists(ready);
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stop.countDown();
            awaitQuietly(stopped);
        }));
        try (var network = EmbeddedNetwork.start(folder, parts);
                var _ = PracticeOffice.open(network.profile(), network.officers(), parts.clock(), parts.random())) {
            Files.createFile(ready);
            LOG.info("Programs may connect to {} with {}", network.profile().name(), folder);
            stop.await();
        } finally {
            stopped.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
