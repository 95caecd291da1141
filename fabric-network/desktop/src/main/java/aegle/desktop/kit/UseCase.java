// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

/**
 * A blocking step of the protocol that yields a value; it runs away from the window's thread.
 *
 * @param <T> what it yields
 * @param <E> its one typed failure; inferred as {@code RuntimeException} when there is none
 */
@FunctionalInterface
public interface UseCase<T, E extends Exception> {
    /** Do the step. Interruption means that the user cancelled it. */
    T call() throws E, InterruptedException;
}
