// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import aegle.crypto.record.RecordCipher;
import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Notice;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.ProgramWindow;
import aegle.desktop.kit.StepBar;
import aegle.desktop.kit.Theme;
import aegle.desktop.unlock.CreateVaultView;
import aegle.desktop.unlock.CreateVaultViewModel;
import aegle.desktop.unlock.IdleLock;
import aegle.desktop.unlock.UnlockView;
import aegle.desktop.unlock.UnlockViewModel;
import aegle.desktop.viewer.FontCache;
import aegle.record.MspId;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.key.VaultedKeys;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletPlace;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.file.FileDialogs;
import aegle.wallet.ui.welcome.ConnectView;
import aegle.wallet.ui.welcome.ConnectViewModel;
import aegle.wallet.ui.welcome.WelcomeView;
import aegle.wallet.ui.welcome.WhoYouAreView;
import aegle.wallet.ui.welcome.WhoYouAreViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The patient's window: welcome, unlock and the screens behind them. Locks itself after five minutes without anybody, forgets what it
 * has shown, and returns to the same place. Several may live in one process; on the JavaFX thread.
 */
public final class WalletWindow {
    /** How the program was started, besides the place of its wallet. */
    public record Start(Optional<ConnectionProfile> profile, Locale locale, Supplier<Argon2Cost> passphraseCost) {}

    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration CATCH_UP = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final WalletPlace place;
    private final Start start;
    private final Messages messages;
    private final BackgroundTasks background;
    private final Wallet wallet;
    private final WalletTexts texts;
    private final FileDialogs files;
    private final ProgramWindow window;
    private final Theme theme;
    private final IdleLock idle;
    private final KeyVaultFile vaultFile;
    private final Runnable closed;
    private Optional<KeyVault> vault = Optional.empty();
    private Optional<ConnectionProfile> profile;
    private ShownWallet shown;
    private Whereabouts whereabouts = Whereabouts.AT_HOME;

    /** Prepare a window; {@code closed} hears when the user has closed it. */
    public WalletWindow(Stage stage, WalletPlace place, Start start, FileDialogs files, Runnable closed) {
        this.place = place;
        this.start = start;
        this.files = files;
        this.closed = closed;
        this.profile = start.profile();
        messages = Messages.load(start.locale(), "aegle.wallet.texts");
        background = BackgroundTasks.forWindows(failure -> shown.notices().show(Notice.of(failure, messages)));
        wallet = new Wallet(background);
        texts = new WalletTexts(messages, place.clock().withZone(java.time.ZoneId.systemDefault()), this::hospital);
        shown = new ShownWallet(wallet, texts, files, place.clock(), this::lock);
        theme = Theme.ofSystem().with(sheet());
        window = new ProgramWindow(
                stage,
                messages.text("program.name"),
                new ProgramWindow.Parts(shown.shell(), theme, background, messages),
                this::close);
        vaultFile = new KeyVaultFile(place.vaultFile(), place.random());
        idle = new IdleLock(place.clock(), IDLE, this::lock);
        idle.watch(stage, background);
        stage.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        background.every("complete what was interrupted", CATCH_UP, this::resume);
        background.every("look for news", LOOK_AGAIN, () -> shown.news().refresh());
    }

    /** Show the window: the lock of a wallet that exists, or the welcome. */
    public void show() {
        if (vaultFile.exists()) {
            coverWithLock();
        } else {
            shown.shell().cover(new WelcomeView(messages, this::choosePassphrase));
        }
        window.show();
        background.perform("prepare the cipher", RecordCipher::warmUp).start();
        background.perform("read the fonts", FontCache::warmUp).start();
    }

    /** Close the window without asking: wipe the keys and end all threads. */
    public void close() {
        shown.close();
        wallet.close();
        vault.ifPresent(KeyVault::close);
        vault = Optional.empty();
        idle.close();
        background.close();
        closed.run();
    }

    Theme theme() {
        return theme;
    }

    private void lock() {
        if (vault.isPresent()) {
            wallet.lock();
            vault.ifPresent(KeyVault::close);
            vault = Optional.empty();
            whereabouts = shown.screens().whereabouts();
            forgetWhatIsShown();
            coverWithLock();
        }
    }

    private void forgetWhatIsShown() {
        shown.close();
        shown = new ShownWallet(wallet, texts, files, place.clock(), this::lock);
        window.replace(shown.shell());
    }

    private void coverWithLock() {
        shown.shell()
                .cover(new UnlockView(new UnlockViewModel(vaultFile, background, messages, this::unlocked), messages));
    }

    private void choosePassphrase() {
        var model = new CreateVaultViewModel(vaultFile, start.passphraseCost(), background, messages, this::unlocked);
        VBox noRecovery = new VBox(new Paragraph(messages.text("welcome.no-recovery"), "warning-line"));
        noRecovery.getStyleClass().add("note");
        shown.shell()
                .cover(new CreateVaultView(
                        model,
                        messages,
                        List.of(new StepBar(1, 3, messages.text("step.passphrase"), messages), noRecovery)));
    }

    private void unlocked(KeyVault opened) {
        vault = Optional.of(opened);
        idle.resume();
        if (new VaultedKeys(opened).hasKeys()) {
            connect(opened, false);
        } else {
            var model = new WhoYouAreViewModel(opened, place.random(), background, texts, () -> connect(opened, true));
            shown.shell().cover(new WhoYouAreView(model, texts));
        }
    }

    private void connect(KeyVault opened, boolean creating) {
        var model = new ConnectViewModel(opened, place, wallet, texts, this::connected);
        shown.shell().cover(new ConnectView(model, texts, files, creating));
        background
                .run("find the connection profile", this::knownProfile)
                .onSuccess(known -> known.ifPresent(model::use))
                .onDone(() -> {
                    if (!creating && model.profileProperty().get().isPresent()) {
                        model.connect();
                    }
                })
                .start();
    }

    /** The profile that was given at the start, or the one that was used last; none if that cannot be read. */
    private Optional<ConnectionProfile> knownProfile() {
        if (profile.isPresent() || !Files.exists(place.profileFile())) {
            return profile;
        }
        try {
            return Optional.of(ConnectionProfile.read(place.profileFile()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void connected(ConnectionProfile used) {
        if (vault.isEmpty()) {
            wallet.lock();
            return;
        }
        profile = Optional.of(used);
        shown.status().use(used);
        wallet.session()
                .ifPresent(session -> session.onChange(
                        () -> background.onWindowThread(() -> shown.news().hint())));
        shown.shell().uncover();
        shown.screens().go(whereabouts);
        shown.news().refresh();
        resume();
    }

    private void resume() {
        if (wallet.openProperty().get()) {
            wallet.run("complete what was interrupted", session -> {
                        session.resume();
                        return session;
                    })
                    .onDone(() -> shown.news().hint())
                    .onFailure(failure -> shown.status().resumeFailed(failure))
                    .start();
        }
    }

    private String hospital(MspId id) {
        return profile.stream()
                .flatMap(known -> known.peers().stream())
                .filter(peer -> peer.hospital().equals(id))
                .map(ConnectionProfile.Peer::hospitalName)
                .findFirst()
                .orElse(id.value());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            shown.news().refresh();
            event.consume();
        }
    }

    private static String sheet() {
        return Objects.requireNonNull(WalletWindow.class.getResource("/aegle/wallet/wallet.css"))
                .toExternalForm();
    }
}
