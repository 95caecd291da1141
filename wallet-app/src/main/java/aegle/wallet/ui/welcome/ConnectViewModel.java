// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.welcome;

import aegle.crypto.vault.KeyVault;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.SharingException;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletPlace;
import aegle.wallet.session.WalletSession;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Getting a certificate and opening the record: at first, and again whenever that did not come to its end. Repeating it is
 * harmless, so after any interruption it starts where it was left.
 */
public final class ConnectViewModel {
    /** How far it is. */
    public enum Stage {
        BEFORE(0),
        ENROLLING(0.3),
        OPENING(0.7),
        DONE(1);

        private final double part;

        Stage(double part) {
            this.part = part;
        }

        /** The part of the way, up to 1. */
        public double part() {
            return part;
        }
    }

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.BEFORE);
    private final ReadOnlyObjectWrapper<Optional<ConnectionProfile>> profile =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final KeyVault vault;
    private final WalletPlace place;
    private final Wallet wallet;
    private final WalletTexts texts;
    private final Consumer<ConnectionProfile> connected;

    /** Connect with the keys of {@code vault}; {@code connected} hears when {@code wallet} is open and the record, too. */
    public ConnectViewModel(
            KeyVault vault,
            WalletPlace place,
            Wallet wallet,
            WalletTexts texts,
            Consumer<ConnectionProfile> connected) {
        this.vault = vault;
        this.place = place;
        this.wallet = wallet;
        this.texts = texts;
        this.connected = connected;
    }

    /** Take a profile that is known already. */
    public void use(ConnectionProfile known) {
        profile.set(Optional.of(known));
        problem.set("");
    }

    /** Read the file that a hospital handed out. */
    public void choose(Path file) {
        busy.set(true);
        wallet.background()
                .run("read a connection profile", () -> ConnectionProfile.read(file))
                .onSuccess(this::use)
                .onFailure(failure -> problem.set(texts.text("connect.no-profile")))
                .andFinally(() -> busy.set(false))
                .start();
    }

    /** Connect. */
    public void connect() {
        Optional<ConnectionProfile> chosen = profile.get();
        if (busy.get()) {
            return;
        }
        if (chosen.isEmpty()) {
            problem.set(texts.text("connect.profile-missing"));
            return;
        }
        busy.set(true);
        problem.set("");
        stage.set(Stage.ENROLLING);
        wallet.opening(() -> WalletSession.open(vault, chosen.get(), place))
                .onSuccess(session -> openRecord(session, chosen.get()))
                .onFailure(this::failed)
                .andFinally(() -> ended(Stage.ENROLLING))
                .start();
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Which network will be connected. */
    public ReadOnlyObjectProperty<Optional<ConnectionProfile>> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** Why it did not work. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private void openRecord(WalletSession session, ConnectionProfile chosen) {
        wallet.open(session);
        stage.set(Stage.OPENING);
        wallet.run("open the record", opened -> {
                    if (!opened.isRecordOpen()) {
                        opened.openRecord();
                    }
                    return opened;
                })
                .onDone(() -> remember(chosen))
                .onFailure(this::failed)
                .andFinally(() -> ended(Stage.OPENING))
                .start();
    }

    private void remember(ConnectionProfile chosen) {
        stage.set(Stage.DONE);
        wallet.background()
                .perform("remember the connection profile", () -> chosen.write(place.profileFile()))
                .onDone(() -> {
                    busy.set(false);
                    connected.accept(chosen);
                })
                .onFailure(failure -> problem.set(texts.text("connect.unwritable")))
                .andFinally(() -> ended(Stage.DONE))
                .start();
    }

    /** A part of the way has ended; if the next one has not begun, for whatever reason, it can be begun anew. */
    private void ended(Stage part) {
        if (busy.get() && stage.get() == part) {
            busy.set(false);
            stage.set(Stage.BEFORE);
            wallet.lock();
        }
    }

    private void failed(Exception failure) {
        problem.set(
                switch (failure) {
                    case SharingException known -> new FailureTexts(texts).paragraph(known);
                    case MemoryUnusableException memory -> memory.sentence(texts.messages());
                    default -> texts.text("kit.unexpected.sentence");
                });
    }
}
