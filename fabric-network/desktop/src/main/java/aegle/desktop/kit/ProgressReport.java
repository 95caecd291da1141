// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

/** Where a running use case tells how far it is; callable from any thread, cheap enough for every block of a file. */
public interface ProgressReport {
    /** Tell that {@code done} of {@code total} units are done; 0 as total when not known. */
    void progress(long done, long total);

    /** Says whether the user has cancelled the work. */
    boolean isCancelled();

    /**
     * Stop here if the user has cancelled the work.
     *
     * @throws InterruptedException if so
     */
    void checkCancelled() throws InterruptedException;
}
