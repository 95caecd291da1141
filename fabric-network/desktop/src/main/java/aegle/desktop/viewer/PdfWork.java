// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.viewer.UnreadablePdfException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.encryption.PublicKeySecurityHandler;

/**
 * Asks PDFBox about one foreign PDF, one question at a time (its documents are not thread-safe), and answers within
 * {@link PdfLimits} or refuses. Whoever is interrupted leaves at once.
 *
 * <p>PDFBox works on a thread of its own, because some of its loops (fonts, shadings, progressive JPEG) count nothing
 * and can be neither interrupted nor ended: such a loop keeps its thread and its memory until it comes to an end by
 * itself, but neither those who asked nor the pool of the program; and the document is asked nothing more.
 */
final class PdfWork {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final PdfBudget budget;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Optional<Thread> worker = Optional.empty();
    private volatile Optional<Reason> ended = Optional.empty();

    PdfWork(PdfLimits limits) {
        this.budget = new PdfBudget(limits);
    }

    /** What counts the answer under way; for those who do the reading. */
    PdfBudget budget() {
        return budget;
    }

    /** Do something with the document. */
    <T> T ask(Reading<T> reading) throws UnreadablePdfException {
        try {
            turn.lockInterruptibly();
            try {
                awaitPrevious();
                return answer(reading);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadablePdfException(Reason.CLOSED, e);
        }
    }

    /** Answer no more, end the answer under way, and wait a little for that. */
    void end() {
        end(Reason.CLOSED);
        try {
            if (worker.isPresent()) {
                worker.get().join(GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Reason reason) {
        if (ended.isEmpty()) {
            ended = Optional.of(reason);
        }
        budget.cancel();
    }

    private void awaitPrevious() throws InterruptedException, UnreadablePdfException {
        if (worker.isPresent() && !worker.get().join(budget.limits().time())) {
            end(Reason.TOO_COMPLEX);
        }
        if (ended.isPresent()) {
            throw new UnreadablePdfException(ended.get());
        }
        budget.renew();
    }

    private <T> T answer(Reading<T> reading) throws InterruptedException, UnreadablePdfException {
        var answer = new FutureTask<T>(reading::read);
        worker = Optional.of(Thread.ofPlatform().daemon().name("aegle-pdf").start(answer));
        try {
            T read = answer.get(budget.limits().time().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            if (budget.isExceeded()) {
                throw new UnreadablePdfException(Reason.TOO_COMPLEX);
            }
            return read;
        } catch (InterruptedException e) {
            budget.cancel();
            throw e;
        } catch (TimeoutException e) {
            end(Reason.TOO_COMPLEX);
            throw new UnreadablePdfException(Reason.TOO_COMPLEX, e);
        } catch (ExecutionException e) {
            throw refusal(e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * What PDFBox throws at a foreign document, also unchecked, says something about the document. That includes
     * errors, here alone: what opens documents for certificates is not there; memory and stack are exhausted by the document, and free again once its reading has failed.
     */
    private UnreadablePdfException refusal(Throwable thrown) {
        if (ended.isPresent()) {
            return new UnreadablePdfException(ended.get(), thrown);
        }
        if (budget.isExceeded()) {
            return new UnreadablePdfException(Reason.TOO_COMPLEX, thrown);
        }
        return switch (thrown) {
            case InvalidPasswordException _ -> new UnreadablePdfException(Reason.ENCRYPTED, thrown);
            case PdfLimitException _ -> new UnreadablePdfException(Reason.CLOSED, thrown);
            case OutOfMemoryError _ -> new UnreadablePdfException(Reason.TOO_COMPLEX, thrown);
            case StackOverflowError _ -> new UnreadablePdfException(Reason.DAMAGED, thrown);
            case Throwable locked
            when isForCertificates(locked) -> new UnreadablePdfException(Reason.ENCRYPTED, thrown);
            case Error error -> throw error;
            default -> new UnreadablePdfException(Reason.DAMAGED, thrown);
        };
    }

    /**
     * Tells whether a document is locked for the holders of certificates. PDFBox has no exception of its own for that; and where
     * BouncyCastle's CMS is not on the class path, which it wants for nothing else, it fails to load instead.
     */
    private static boolean isForCertificates(Throwable thrown) {
        return thrown instanceof NoClassDefFoundError missing
                ? String.valueOf(missing.getMessage()).startsWith("org/bouncycastle/")
                : Stream.of(thrown.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(PublicKeySecurityHandler.class.getName()));
    }

    /** Something PDFBox does. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }
}
