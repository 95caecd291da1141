// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on several segments at once and hands them on in their order. Holds a fixed number of segments, whatever the
 * length of the stream. The one class of this module that knows threads.
 */
final class SegmentPipeline implements AutoCloseable {
    private final ExecutorService workers;
    private final ExecutorService digests;
    private final int depth;
    private final ArrayDeque<Segment> inFlight = new ArrayDeque<>();
    private final ArrayDeque<Segment> idle = new ArrayDeque<>();

    SegmentPipeline(int workerCount) {
        workers = Executors.newFixedThreadPool(
                workerCount,
                Thread.ofPlatform().daemon().name("record-cipher-", 0).factory());
        digests = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("record-digest").factory());
        depth = workerCount + 2;
    }

    /** The work on one segment, done by several threads at once. */
    @FunctionalInterface
    interface Work {
        void accept(Segment segment) throws GeneralSecurityException;
    }

    /** The use of the finished segments, in order, by the calling thread. */
    @FunctionalInterface
    interface Sink {
        void accept(Segment segment) throws IOException, GeneralSecurityException;
    }

    void run(SegmentReader reader, Work work, Sink sink)
            throws IOException, GeneralSecurityException, SegmentReader.TooLong {
        while (true) {
            while (reader.hasNext() && inFlight.size() < depth) {
                start(reader, work);
            }
            Segment segment = inFlight.poll();
            if (segment == null) {
                return;
            }
            if (segment.work != null) {
                await(segment.work);
            }
            sink.accept(segment);
            idle.add(segment);
        }
    }

    /** Run {@code digest} beside the calling thread. */
    Future<?> beside(Runnable digest) {
        return digests.submit(digest);
    }

    static void await(Future<?> work) throws IOException, GeneralSecurityException {
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

    private void start(SegmentReader reader, Work work) throws IOException, SegmentReader.TooLong {
        Segment segment = idle.isEmpty() ? new Segment() : idle.remove();
        reader.read(segment);
        Callable<Segment> task = () -> {
            work.accept(segment);
            return segment;
        };
        segment.work = workers.submit(task);
        inFlight.add(segment);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        digests.shutdownNow();
        workers.close();
        digests.close();
        inFlight.forEach(Segment::wipe);
        idle.forEach(Segment::wipe);
    }
}
