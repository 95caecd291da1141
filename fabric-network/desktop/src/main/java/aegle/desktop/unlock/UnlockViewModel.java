// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.crypto.vault.VaultDamagedException;
import aegle.crypto.vault.WrongPassphraseException;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Messages;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Opens a vault with what was typed, and says in words why it does not open.
 *
 * <p>The typed text is forgotten as soon as the vault is open or the view leaves. JavaFX keeps what is typed in
 * strings, so copies stay in memory until the garbage collector comes; nothing here can change that.
 */
public final class UnlockViewModel {
    private final KeyVaultFile file;
    private final BackgroundTasks background;
    private final Messages messages;
    private final Consumer<KeyVault> opened;
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * Prepare to open a vault.
     *
     * @param opened gets the open vault, on the window's thread, and owns it
     */
    public UnlockViewModel(
            KeyVaultFile file, BackgroundTasks background, Messages messages, Consumer<KeyVault> opened) {
        this.file = file;
        this.background = background;
        this.messages = messages;
        this.opened = opened;
    }

    /** Try the typed passphrase; does nothing without one, or while a try is going on. */
    public void unlock() {
        if (busy.get() || passphrase.get().isEmpty()) {
            return;
        }
        busy.set(true);
        say("", "");
        String typed = passphrase.get();
        background
                .run("unlock the vault", () -> open(typed))
                .onSuccess(this::opened)
                .onFailure(this::failed)
                .andFinally(() -> busy.set(false))
                .start();
    }

    /** Forget what was typed. */
    public void forget() {
        passphrase.set("");
    }

    /** What is typed. */
    public StringProperty passphraseProperty() {
        return passphrase;
    }

    /** Why the vault did not open; empty when nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What to do about it, where trying again is not the answer. */
    public ReadOnlyStringProperty adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** Whether a try is going on. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private KeyVault open(String typed)
            throws IOException, WrongPassphraseException, VaultDamagedException, FormatVersionUnknownException {
        char[] characters = typed.toCharArray();
        try (Passphrase secret = Passphrase.of(characters)) {
            return file.unlock(secret);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private void opened(KeyVault vault) {
        forget();
        opened.accept(vault);
    }

    private void failed(Exception failure) {
        switch (failure) {
            case WrongPassphraseException _ -> say(messages.text("unlock.wrong"), "");
            case VaultDamagedException _ -> say(messages.text("unlock.damaged"), messages.text("unlock.damaged.todo"));
            case FormatVersionUnknownException _ -> say(messages.text("unlock.newer"), "");
            case IOException _ -> say(messages.text("unlock.unreadable"), "");
            default -> throw new IllegalStateException("no such failure of a vault", failure);
        }
    }

    private void say(String what, String toDo) {
        advice.set(toDo);
        problem.set(what);
    }
}
