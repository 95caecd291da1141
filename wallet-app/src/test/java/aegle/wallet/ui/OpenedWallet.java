// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import aegle.crypto.record.RecordCipher;
import aegle.crypto.vault.Argon2Cost;
import aegle.desktop.kit.Theme;
import aegle.desktop.testkit.ShownWindow;
import aegle.desktop.testkit.WindowRobot;
import aegle.record.metadata.DocumentCategory;
import aegle.sharing.request.HandOverCode;
import aegle.wallet.session.WalletPlace;
import aegle.wallet.trial.TrialClinician;
import aegle.wallet.trial.TrialNetwork;
import aegle.wallet.ui.file.FileDialogs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A wallet window on the headless screen, on a network in memory, with somebody who uses it. */
final class OpenedWallet implements AutoCloseable {
    static final String PASSPHRASE = "crossing lantern mosaic velvet harbor";
    /** Tuesday, 16 June 2026. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-16T08:30:00Z"), ZoneOffset.UTC);

    private final ShownWindow shown;
    private final TrialNetwork network;
    private final TrialClinician chen;
    private final TrialClinician okafor;
    private final Path folder;
    private final ChosenFiles files = new ChosenFiles();
    private final Locale locale;
    private WalletWindow window;

    private OpenedWallet(Locale locale, Path folder) {
        var random = new SecureRandom();
        this.locale = locale;
        this.folder = folder;
        shown = ShownWindow.in(locale, "aegle.wallet.texts");
        network = new TrialNetwork(CLOCK);
        chen = TrialClinician.chen(network, CLOCK, random);
        okafor = TrialClinician.okafor(network, CLOCK, random);
        window = opened();
    }

    /** Open a window without a wallet yet. */
    static OpenedWallet empty(Locale locale, Path folder) {
        return new OpenedWallet(locale, folder);
    }

    /** Open a window, create the wallet and connect. */
    static OpenedWallet connected(Locale locale, Path folder) {
        OpenedWallet wallet = empty(locale, folder);
        wallet.create();
        return wallet;
    }

    void create() {
        robot().click("welcome-create").fill("new-passphrase", PASSPHRASE).fill("repeated-passphrase", PASSPHRASE);
        robot().click("create").fill("shown-name", "Anna Andersson").fill("shown-birth-date", "1968-04-23");
        robot().click("who-continue").click("connect").await("home-allow");
    }

    /** Allow Dr. Chen to read and add everything for half a year. */
    void allowChen() {
        robot().click("nav-allow")
                .fill("find-clinician", "chen")
                .click("clinician-1234567893")
                .click("words-same");
        for (DocumentCategory category : DocumentCategory.values()) {
            robot().click("category-" + category.name());
        }
        robot().click("doing-READ_AND_ADD")
                .click("allow-next")
                .click("until-TREATMENT")
                .click("allow-next");
        robot().click("allow").await("allow-done");
    }

    /** Close the window and open it again on the same folder. */
    void restart() {
        ShownWindow.onFx(() -> {
            window.close();
            return true;
        });
        window = opened();
    }

    void resize(double width, double height) {
        ShownWindow.onFx(() -> {
            robot().stage().setWidth(width);
            robot().stage().setHeight(height);
            return true;
        });
    }

    void textScale(double scale) {
        ShownWindow.onFx(() -> {
            window.theme().setTextScale(scale);
            return true;
        });
    }

    /** Take pictures, light and dark. */
    void pictures(String name) {
        Path shots = Path.of(System.getProperty("aegle.shots", "target/shots"));
        for (Theme.Appearance appearance : List.of(Theme.Appearance.DARK, Theme.Appearance.LIGHT)) {
            ShownWindow.onFx(() -> {
                window.theme().appearanceProperty().set(appearance);
                return true;
            });
            robot().picture(shots.resolve(name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    /** The network has changed: let the wallet know. */
    void look() {
        robot().click("refresh");
    }

    WindowRobot robot() {
        return shown.robot();
    }

    List<String> clippedTexts() {
        return shown.clippedTexts();
    }

    TrialNetwork network() {
        return network;
    }

    TrialClinician chen() {
        return chen;
    }

    TrialClinician okafor() {
        return okafor;
    }

    ChosenFiles files() {
        return files;
    }

    /** The wallet's session, for playing the other side. */
    HandOverCode handOverCode() {
        robot().click("nav-words");
        return HandOverCode.parse(
                        robot().text("handover-code"), network.ledger().network())
                .orElseThrow();
    }

    @Override
    public void close() {
        ShownWindow.onFx(() -> {
            window.close();
            return true;
        });
        shown.close();
    }

    private WalletWindow opened() {
        return ShownWindow.onFx(() -> {
            var place = new WalletPlace(
                    folder, network, CLOCK, new SecureRandom(), new RecordCipher(new SecureRandom(), 1));
            var start = new WalletWindow.Start(Optional.of(network.profile()), locale, () -> Argon2Cost.FLOOR);
            var made = new WalletWindow(shown.robot().stage(), place, start, files, () -> {});
            made.show();
            return made;
        });
    }

    /** Dialogs that answer what a test has put in. */
    static final class ChosenFiles implements FileDialogs {
        private final Deque<Path> answers = new ArrayDeque<>();

        void next(Path file) {
            answers.add(file);
        }

        @Override
        public Optional<Path> open(String title) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> save(String title, String name) {
            return Optional.ofNullable(answers.poll());
        }
    }
}
