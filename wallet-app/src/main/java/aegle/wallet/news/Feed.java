// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.news;

import aegle.sharing.SharingException;
import aegle.wallet.session.SessionUse;
import aegle.wallet.session.Wallet;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One list that is read from the network again and again: its last value, whether it is being read, and why it could not be.
 *
 * <p>A failure leaves the last value as it was. Asking while it is being read reads it once more afterwards. On the window's thread.
 */
public final class Feed<T> {
    private final String what;
    private final Wallet wallet;
    private final SessionUse<T> source;
    private final ReadOnlyObjectWrapper<Optional<T>> value = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SharingException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private boolean again;

    /** Read from a source; {@code what} names it in the log. */
    public Feed(String what, Wallet wallet, SessionUse<T> source) {
        this.what = what;
        this.wallet = wallet;
        this.source = source;
    }

    /** Read now. */
    public void refresh() {
        if (reading.get()) {
            again = true;
            return;
        }
        reading.set(true);
        wallet.run(what, source)
                .onSuccess(this::arrived)
                .onFailure(thrown -> failure.set(Optional.of(thrown)))
                .andFinally(this::ended)
                .start();
    }

    /** What was read last; empty before the first time. */
    public ReadOnlyObjectProperty<Optional<T>> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Why the last reading failed; empty after a success. */
    public ReadOnlyObjectProperty<Optional<SharingException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether it is being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Put in what is known already, before it is read again. */
    public void set(T known) {
        value.set(Optional.of(known));
    }

    private void arrived(T fresh) {
        failure.set(Optional.empty());
        Optional<T> next = Optional.of(fresh);
        if (!next.equals(value.get())) {
            value.set(next);
        }
    }

    private void ended() {
        reading.set(false);
        if (again) {
            again = false;
            refresh();
        }
    }
}
