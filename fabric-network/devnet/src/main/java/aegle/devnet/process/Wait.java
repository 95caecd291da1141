// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits by asking again and again, up to a limit. */
public final class Wait {
    private static final long BETWEEN_MILLISECONDS = 100;

    private Wait() {}

    /**
     * Wait until nothing is complained of any more.
     *
     * @throws IOException with the last complaint if the limit is over, or whatever the question throws
     */
    public static void until(Duration limit, Question question) throws IOException {
        Optional<String> last = ask(limit, question);
        if (last.isPresent()) {
            throw new IOException("not within " + limit.toSeconds() + " s: " + last.get());
        }
    }

    /** Wait likewise, and tell whether it came true. */
    public static boolean whether(Duration limit, Question question) throws IOException {
        return ask(limit, question).isEmpty();
    }

    private static Optional<String> ask(Duration limit, Question question) throws IOException {
        var never = new CountDownLatch(1);
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<String> complaint = question.complaint();
            if (complaint.isEmpty() || System.nanoTime() - end > 0) {
                return complaint;
            }
            try {
                var _ = never.await(BETWEEN_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("interrupted while waiting").initCause(e);
            }
        }
    }

    /** What is asked: why it is not yet as it should be, or nothing. */
    @FunctionalInterface
    public interface Question {
        Optional<String> complaint() throws IOException;
    }
}
