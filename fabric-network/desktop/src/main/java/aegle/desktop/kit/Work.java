// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A use case with what shall happen in the window when it ends; nothing happens before {@link #start}.
 *
 * @param <T> what it yields
 * @param <E> its typed failure
 */
public final class Work<T, E extends Exception> {
    private final BackgroundTasks background;
    private final String what;
    private final MeasuredUseCase<T, E> useCase;
    private final boolean watch;
    private final List<Consumer<T>> successes = new ArrayList<>();
    private Optional<Consumer<E>> failure = Optional.empty();
    private final List<Runnable> cancellations = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();

    Work(BackgroundTasks background, String what, MeasuredUseCase<T, E> useCase, boolean watch) {
        this.background = background;
        this.what = what;
        this.useCase = useCase;
        this.watch = watch;
    }

    /** Call {@code handler} with the value. */
    public Work<T, E> onSuccess(Consumer<T> handler) {
        successes.add(handler);
        return this;
    }

    /** Call {@code handler} on success, whatever the value. */
    public Work<T, E> onDone(Runnable handler) {
        return onSuccess(value -> handler.run());
    }

    /** Call {@code handler} with the typed failure; without this, such a failure counts as unexpected. */
    public Work<T, E> onFailure(Consumer<E> handler) {
        failure = Optional.of(handler);
        return this;
    }

    /** Call {@code handler} when the work was cancelled instead of done. */
    public Work<T, E> onCancelled(Runnable handler) {
        cancellations.add(handler);
        return this;
    }

    /** Call {@code handler} last, however the work ended, also unexpectedly. */
    public Work<T, E> andFinally(Runnable handler) {
        ends.add(handler);
        return this;
    }

    /** Start the work; what is returned shows its progress and cancels it. */
    public RunningWork start() {
        return background.start(this);
    }

    String what() {
        return what;
    }

    MeasuredUseCase<T, E> useCase() {
        return useCase;
    }

    boolean isWatch() {
        return watch;
    }

    void succeeded(T value) {
        successes.forEach(handler -> handler.accept(value));
    }

    boolean failed(E thrown) {
        failure.ifPresent(handler -> handler.accept(thrown));
        return failure.isPresent();
    }

    void cancelled() {
        cancellations.forEach(Runnable::run);
    }

    void ended() {
        ends.forEach(Runnable::run);
    }
}
