// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

/**
 * A blocking step of the protocol that yields nothing.
 *
 * @param <E> its one typed failure
 */
@FunctionalInterface
public interface Action<E extends Exception> {
    /** Do the step. Interruption means that the user cancelled it. */
    void perform() throws E, InterruptedException;
}
