// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.cipher.RawCipher;
import aegle.benchmarks.cipher.WithoutDigests;
import aegle.crypto.Digest;
import aegle.crypto.OpaqueId;
import aegle.crypto.record.CipherProgress;
import aegle.crypto.record.DocumentTooLargeException;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentKeys;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.upload.BodySealing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast 512 MiB are sealed, in two bodies of the largest length a document may have, beside the cipher alone over the same bytes.
 * All ways by turns.
 */
final class SealingSpeed {
    private static final int BODIES = 2;
    private static final int MEBI = 1 << 20;
    private static final long BODY = RecordCipher.MAXIMUM_DOCUMENT_LENGTH;
    private static final double MEBIBYTES = BODIES * (double) BODY / MEBI;
    private static final int ROUNDS = 7;
    private static final double STREAM_GOAL = 0.8;
    private static final double UPLOAD_GOAL = 0.3;
    private static final double MOST_GROWTH = 1;

    private final Path folder;
    private final Path file;
    private final RecordCipher cipher;
    private final SecureRandom random = new SecureRandom();
    private final BodySealing sealing;

    private SealingSpeed(Path folder) throws IOException {
        this.folder = folder;
        this.file = noise(folder.resolve("large.pdf"));
        this.cipher = new RecordCipher(random, 2);
        this.sealing = new BodySealing(cipher, folder.resolve("outbox"), random);
    }

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        Path folder = Files.createDirectories(stage.folder().resolve("sealing"));
        var speed = new SealingSpeed(folder);
        speed.timesOfRound();
        Map<Way, List<Double>> rounds = new EnumMap<>(Way.class);
        for (int i = 0; i < ROUNDS; i++) {
            speed.timesOfRound()
                    .forEach((way, seconds) ->
                            rounds.computeIfAbsent(way, _ -> new ArrayList<>()).add(seconds));
        }
        var measured = new ArrayList<Measurement>();
        rounds.forEach((way, seconds) ->
                measured.add(Measurement.of("seal-" + way, MEBIBYTES / new Sample(seconds).median(), "MiB/s")));
        measured.add(Measurement.atLeast(STREAM_GOAL, "seal-stream-per-cipher", ratio(rounds, Way.STREAM), "x"));
        measured.add(Measurement.of("seal-read-per-cipher", ratio(rounds, Way.READ), "x"));
        measured.add(Measurement.atLeast(UPLOAD_GOAL, "seal-upload-per-cipher", ratio(rounds, Way.UPLOAD), "x"));
        measured.add(Measurement.atMost(MOST_GROWTH, "seal-heap-growth", speed.heapGrowth(), "MiB"));
        return measured;
    }

    /** Each way of going through the same bytes, and the seconds that it took. */
    private Map<Way, Double> timesOfRound() throws IOException, SharingException {
        Map<Way, Double> seconds = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            seconds.put(
                    way,
                    switch (way) {
                        case CIPHER -> inMemory(new RawCipher(MEBI)::seal);
                        case DIGEST -> inMemory(Digest.newSha256());
                        case READ -> Stopwatch.seconds(this::read);
                        case DISK -> written();
                        case STREAM -> streamed();
                        case UPLOAD -> uploaded();
                    });
        }
        return seconds;
    }

    private double inMemory(MessageDigest digest) throws IOException {
        return inMemory((bytes, length) -> digest.update(bytes, 0, length));
    }

    /** Reading is not counted. */
    private double inMemory(Use use) throws IOException {
        var buffer = new byte[MEBI];
        long nanos = 0;
        for (int body = 0; body < BODIES; body++) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int length = in.readNBytes(buffer, 0, MEBI); length > 0; length = in.readNBytes(buffer, 0, MEBI)) {
                    long start = System.nanoTime();
                    use.of(buffer, length);
                    nanos += System.nanoTime() - start;
                }
            }
        }
        return nanos / 1e9;
    }

    private void read() throws IOException {
        var buffer = new byte[MEBI];
        for (int body = 0; body < BODIES; body++) {
            try (InputStream in = Files.newInputStream(file)) {
                while (in.readNBytes(buffer, 0, MEBI) > 0) {
                    // only read
                }
            }
        }
    }

    private double written() throws IOException {
        long nanos = 0;
        for (int body = 0; body < BODIES; body++) {
            Path copy = folder.resolve("copy");
            try (var in = FileChannel.open(file);
                    var out = FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                long start = System.nanoTime();
                in.transferTo(0, BODY, out);
                out.force(true);
                nanos += System.nanoTime() - start;
            }
            Files.delete(copy);
        }
        return nanos / 1e9;
    }

    private double streamed() throws IOException, SharingException {
        try (var _ = WithoutDigests.begin()) {
            return Stopwatch.seconds(() -> {
                for (int body = 0; body < BODIES; body++) {
                    stream(CipherProgress.NONE);
                }
            });
        }
    }

    private void stream(CipherProgress progress) throws IOException {
        OpaqueId fid = OpaqueId.random(random);
        try (var keys = DocumentKeys.generate(random);
                InputStream in = Files.newInputStream(file)) {
            cipher.seal(in, OutputStream.nullOutputStream(), keys.documentLayer(fid), progress);
        } catch (DocumentTooLargeException e) {
            throw new IOException("the largest document is too large", e);
        }
    }

    private double uploaded() throws IOException, SharingException {
        double seconds = 0;
        for (int body = 0; body < BODIES; body++) {
            long start = System.nanoTime();
            try (var sealed = sealing.seal(file, TransferProgress.none())) {
                seconds += (System.nanoTime() - start) / 1e9;
                sealing.discard(sealed.id());
            }
        }
        return seconds;
    }

    /** By how much what is in use after a collection grows while a body is sealed, in MiB. */
    private double heapGrowth() throws IOException {
        var used = new ArrayList<Double>();
        stream(done -> {
            if (done / MEBI % 32 == 31) {
                used.add(usedMebibytes());
            }
            return true;
        });
        double first = used.getFirst();
        return used.stream().mapToDouble(now -> now - first).max().orElseThrow();
    }

    private static double usedMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) MEBI;
    }

    private static double ratio(Map<Way, List<Double>> rounds, Way way) {
        List<Double> cipher = rounds.getOrDefault(Way.CIPHER, List.of());
        List<Double> other = rounds.getOrDefault(way, List.of());
        return Sample.ofRatios(cipher, other).median();
    }

    private Path noise(Path target) throws IOException {
        var noise = new byte[MEBI];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (long written = 0; written < BODY; written += MEBI) {
                random.nextBytes(noise);
                out.write(noise);
            }
        }
        return target;
    }

    /** What is done with the bytes. */
    private enum Way {
        /** The JDK's cipher alone, one thread, in memory. */
        CIPHER,
        /** SHA-256 alone, one thread, in memory. */
        DIGEST,
        /** Read from the file, and nothing else. */
        READ,
        /** Written and brought to the disk, not sealed. */
        DISK,
        /** From the file through the body stream, thrown away; no digests. */
        STREAM,
        /** From the file into the outbox, on the disk at the end; both digests. */
        UPLOAD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is timed of a mebibyte. */
    @FunctionalInterface
    private interface Use {
        void of(byte[] bytes, int length);
    }
}
