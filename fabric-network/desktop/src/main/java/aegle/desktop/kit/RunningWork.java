// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that was started: its progress, whether it still runs, and a way to cancel it.
 *
 * <p>The properties change on the window's thread only. Cancelling interrupts the use case; what the use case has
 * done until then is its own affair (an upload is journalled and can go on later).
 */
public final class RunningWork implements ProgressReport {
    private final Executor windowThread;
    private final AtomicReference<@Nullable Progress> latest = new AtomicReference<>();
    private final Object threadLock = new Object();
    private @Nullable Thread thread;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(new Progress(0, 0));
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(true);
    private volatile boolean cancelled;

    RunningWork(Executor windowThread) {
        this.windowThread = windowThread;
    }

    /** How far the work is; total 0 until it is known. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** True until the handlers of the end have run. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Cancel the work; does nothing when it has ended. */
    public void cancel() {
        synchronized (threadLock) {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    @Override
    public void progress(long done, long total) {
        if (latest.getAndSet(new Progress(done, total)) == null) {
            windowThread.execute(this::publish);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException("cancelled");
        }
    }

    void entered() throws InterruptedException {
        synchronized (threadLock) {
            checkCancelled();
            thread = Thread.currentThread();
        }
    }

    /** Forget the thread, and let it go on to other work without an interruption that was meant for this one. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    void left() {
        synchronized (threadLock) {
            thread = null;
            Thread.interrupted();
        }
    }

    void ended() {
        running.set(false);
    }

    private void publish() {
        Progress reached = latest.getAndSet(null);
        if (reached != null) {
            progress.set(reached);
        }
    }
}
