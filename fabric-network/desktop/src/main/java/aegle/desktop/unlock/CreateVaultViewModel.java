// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.crypto.vault.VaultChangedException;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Messages;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Creates a vault with a passphrase typed twice; shows how long it would take to guess instead of making rules.
 *
 * <p>Refuses only what could be guessed within a day. What is typed is forgotten as {@link UnlockViewModel} says.
 */
public final class CreateVaultViewModel {
    private final KeyVaultFile file;
    private final Supplier<Argon2Cost> cost;
    private final BackgroundTasks background;
    private final Messages messages;
    private final Consumer<KeyVault> created;
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<GuessTime>> strength = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper passphraseProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper repeatedProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * Prepare to create a vault.
     *
     * @param cost asked in the background; {@code () -> Argon2Cost.calibrated(System::nanoTime)} in a program
     * @param created gets the open vault, on the window's thread, and owns it
     */
    public CreateVaultViewModel(
            KeyVaultFile file,
            Supplier<Argon2Cost> cost,
            BackgroundTasks background,
            Messages messages,
            Consumer<KeyVault> created) {
        this.file = file;
        this.cost = cost;
        this.background = background;
        this.messages = messages;
        this.created = created;
        passphrase.subscribe(this::typed);
        repeated.subscribe(() -> repeatedProblem.set(""));
    }

    /** Create the vault, or say what is wrong with what was typed. */
    public void create() {
        if (busy.get() || passphrase.get().isEmpty()) {
            return;
        }
        String typed = passphrase.get();
        String again = repeated.get();
        busy.set(true);
        problem.set("");
        background
                .run("estimate a passphrase", () -> GuessTime.of(typed))
                .onSuccess(time -> decide(typed, again, time))
                .start();
    }

    /** Forget what was typed. */
    public void forget() {
        passphrase.set("");
        repeated.set("");
    }

    /** What is typed first. */
    public StringProperty passphraseProperty() {
        return passphrase;
    }

    /** What is typed second. */
    public StringProperty repeatedProperty() {
        return repeated;
    }

    /** How long it would take to guess what is typed first; empty while nothing is typed. */
    public ReadOnlyObjectProperty<Optional<GuessTime>> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    /** Why the passphrase is not taken. */
    public ReadOnlyStringProperty passphraseProblemProperty() {
        return passphraseProblem.getReadOnlyProperty();
    }

    /** That the two differ. */
    public ReadOnlyStringProperty repeatedProblemProperty() {
        return repeatedProblem.getReadOnlyProperty();
    }

    /** Why the vault could not be written. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the vault is being created. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private void typed() {
        passphraseProblem.set("");
        repeatedProblem.set("");
        String now = passphrase.get();
        if (now.isEmpty()) {
            strength.set(Optional.empty());
            return;
        }
        background
                .run("estimate a passphrase", () -> GuessTime.of(now))
                .onSuccess(time -> {
                    if (now.equals(passphrase.get())) {
                        strength.set(Optional.of(time));
                    }
                })
                .start();
    }

    private void decide(String typed, String again, GuessTime time) {
        if (!time.isEnough()) {
            passphraseProblem.set(time.sentence(messages));
            busy.set(false);
        } else if (!typed.equals(again)) {
            repeatedProblem.set(messages.text("create.repeat.differs"));
            busy.set(false);
        } else {
            write(typed);
        }
    }

    private void write(String typed) {
        background
                .run("create the vault", () -> created(typed))
                .onSuccess(vault -> {
                    forget();
                    created.accept(vault);
                })
                .onFailure(
                        failure -> problem.set(messages.text(isTaken(failure) ? "memory.IN_USE" : "create.unwritable")))
                .andFinally(() -> busy.set(false))
                .start();
    }

    /** Whether the vault itself stands there, and not a file where its folder should be. */
    private boolean isTaken(IOException failure) {
        return failure instanceof VaultChangedException
                || (failure instanceof FileAlreadyExistsException taken
                        && file.path().toString().equals(taken.getFile()));
    }

    private KeyVault created(String typed) throws IOException {
        char[] characters = typed.toCharArray();
        try (Passphrase secret = Passphrase.of(characters)) {
            return file.create(secret, cost.get());
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
