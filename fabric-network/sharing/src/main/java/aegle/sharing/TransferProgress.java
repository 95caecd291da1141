// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** Hears how far a long piece of work is, and may end it. */
public interface TransferProgress {

    /** Told often and from any thread; both in bytes. */
    void moved(long done, long total);

    /** Tells whether the work shall end; it then ends soon with {@link java.util.concurrent.CancellationException}. */
    default boolean isCancelled() {
        return false;
    }

    static TransferProgress none() {
        return (done, total) -> {};
    }
}
