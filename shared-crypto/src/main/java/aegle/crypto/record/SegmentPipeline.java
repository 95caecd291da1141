// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Works on several segments at once and hands them on in their order. Holds a fixed number of segments, whatever the
 * length of the stream. The one class of this module that knows threads.
 */
final class SegmentPipeline implements AutoCloseable {
    /** Segments beyond those that are worked on, whose digests may still be under way. */
    private static final int SPARE = 3;

    private final ExecutorService workers;
    private final ExecutorService inputDigests = inOrder("record-digest-input");
    private final ExecutorService outputDigests = inOrder("record-digest-output");
    private final int depth;
    private int made;
    private final ArrayDeque<Segment> inFlight = new ArrayDeque<>();
    private final ArrayDeque<Segment> idle = new ArrayDeque<>();

    SegmentPipeline(int workerCount) {
        workers = Executors.newFixedThreadPool(
                workerCount,
                Thread.ofPlatform().daemon().name("record-cipher-", 0).factory());
        depth = workerCount + 2;
    }

    private static ExecutorService inOrder(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** The work on one segment, done by several threads at once. */
    @FunctionalInterface
    interface Work {
        void accept(Segment segment) throws GeneralSecurityException;
    }

    /** A look at the segments, in order, by a thread of its own; a segment is used again only afterwards. */
    @FunctionalInterface
    interface Digesting {
        void accept(Segment segment);
    }

    /** The use of the finished segments, in order, by the calling thread. */
    @FunctionalInterface
    interface Sink {
        void accept(Segment segment) throws IOException, GeneralSecurityException;
    }

    void run(SegmentReader reader, Job job) throws IOException, GeneralSecurityException, SegmentReader.TooLong {
        while (true) {
            while (reader.hasNext() && inFlight.size() < depth) {
                start(reader, job);
            }
            Segment segment = inFlight.poll();
            if (segment == null) {
                break;
            }
            await(segment.work);
            segment.outputDigest = outputDigests.submit(() -> job.outputDigest().accept(segment));
            job.sink().accept(segment);
            idle.add(segment);
        }
        for (Segment segment : idle) {
            awaitDigests(segment);
        }
    }

    private static void awaitDigests(Segment segment) throws IOException, GeneralSecurityException {
        await(segment.inputDigest);
        await(segment.outputDigest);
    }

    private static void await(@Nullable Future<?> work) throws IOException, GeneralSecurityException {
        if (work == null) {
            return;
        }
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted in the middle of a body");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case GeneralSecurityException refused -> throw refused;
                case RuntimeException mistake -> throw mistake;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private void start(SegmentReader reader, Job job)
            throws IOException, GeneralSecurityException, SegmentReader.TooLong {
        Segment segment = free();
        reader.read(segment);
        Callable<Segment> task = () -> {
            job.work().accept(segment);
            return segment;
        };
        segment.inputDigest = inputDigests.submit(() -> job.inputDigest().accept(segment));
        segment.work = workers.submit(task);
        inFlight.add(segment);
    }

    private Segment free() throws IOException, GeneralSecurityException {
        if (made < depth + SPARE) {
            made++;
            return new Segment();
        }
        Segment oldest = idle.remove();
        awaitDigests(oldest);
        return oldest;
    }

    @Override
    public void close() {
        var all = List.of(workers, inputDigests, outputDigests);
        all.forEach(ExecutorService::shutdownNow);
        all.forEach(ExecutorService::close);
        inFlight.forEach(Segment::wipe);
        idle.forEach(Segment::wipe);
    }

    /** What is done with each segment. */
    record Job(Work work, Digesting inputDigest, Digesting outputDigest, Sink sink) {}
}
