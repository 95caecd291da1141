// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

/**
 * A use case that tells how far it is.
 *
 * @param <T> what it yields
 * @param <E> its one typed failure
 */
@FunctionalInterface
public interface MeasuredUseCase<T, E extends Exception> {
    /** Do the step, telling {@code report} now and then. Interruption means that the user cancelled it. */
    T call(ProgressReport report) throws E, InterruptedException;
}
