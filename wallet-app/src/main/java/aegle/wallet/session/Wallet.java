// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Work;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.sharing.SharingException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The wallet as windows hold it: locked, or open with a session. Runs use cases on the session of the moment, in the background.
 *
 * <p>Locking takes the session away at once; what is still running in it ends first, then the keys are wiped. What is asked of a
 * locked wallet counts as cancelled. All methods on the window's thread.
 */
public final class Wallet {
    private final BackgroundTasks background;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private Optional<WalletSession> session = Optional.empty();
    private Optional<WalletSession> last = Optional.empty();

    /** Start locked. */
    public Wallet(BackgroundTasks background) {
        this.background = background;
    }

    /** Prepare opening a session, once the one before it has ended altogether; {@link #open} makes it the one to work with. */
    public Work<WalletSession, Exception> opening(Opening opening) {
        Optional<WalletSession> before = last;
        return background.run("open a session", () -> {
            if (before.isPresent()) {
                before.get().awaitEnd();
            }
            return opening.open();
        });
    }

    /** Work with a session from now on. */
    public void open(WalletSession opened) {
        lock();
        session = Optional.of(opened);
        last = session;
        open.set(true);
    }

    /** Wipe the keys as soon as nothing needs them any more. */
    public void lock() {
        open.set(false);
        session.ifPresent(this::end);
        session = Optional.empty();
    }

    /** Lock at the end of the program: what can be wiped now is wiped when this returns. */
    public void close() {
        open.set(false);
        last.ifPresent(WalletSession::close);
        session = Optional.empty();
    }

    /** Whether use cases can be run. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The session of the moment, for what needs no network. */
    public Optional<WalletSession> session() {
        return session;
    }

    /** Prepare a use case; {@code what} names it in the log. */
    public <T> Work<T, SharingException> run(String what, SessionUse<T> use) {
        Optional<WalletSession> now = session;
        return background.run(what, () -> unlocked(now).use(use));
    }

    /** Prepare a use case that tells its progress. */
    public <T> Work<T, SharingException> measure(String what, MeasuredSessionUse<T> use) {
        Optional<WalletSession> now = session;
        return background.run(what, report -> unlocked(now).use(opened -> use.in(opened, report)));
    }

    /** The background of the window. */
    public BackgroundTasks background() {
        return background;
    }

    /** How a session is opened: fails with a {@code SharingException} or a {@code MemoryUnusableException}. */
    @FunctionalInterface
    public interface Opening {
        WalletSession open() throws SharingException, MemoryUnusableException;
    }

    /** Nothing of a session is kept once it has ended: it knows who the patient is. */
    private void end(WalletSession locked) {
        boolean now = locked.endsNow();
        background
                .watch("wipe the keys", () -> {
                    if (now) {
                        locked.wipe();
                    }
                    locked.awaitEnd();
                })
                .andFinally(() -> last = last.filter(other -> !other.equals(locked)))
                .start();
    }

    private static WalletSession unlocked(Optional<WalletSession> session) throws InterruptedException {
        return session.orElseThrow(() -> new InterruptedException("the wallet is locked"));
    }
}
