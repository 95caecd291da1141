// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import aegle.desktop.connection.ConnectionStatusViewModel;
import aegle.desktop.connection.StatusLineView;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.WindowShell;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.Wallet;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.file.FileDialogs;
import java.time.Clock;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/**
 * All that a window shows of a wallet between two locks, and knows for it. A lock throws it away, so that no name, date or title
 * stays in memory.
 */
final class ShownWallet {
    private final Notices notices = new Notices();
    private final WalletNews news;
    private final WalletScreens screens;
    private final WalletStatus status;
    private final WindowShell shell;

    ShownWallet(Wallet wallet, WalletTexts texts, FileDialogs files, Clock clock, Runnable lock) {
        Messages messages = texts.messages();
        news = new WalletNews(wallet);
        screens = new WalletScreens(new WalletDesk(wallet, news, texts, notices, files));
        status = new WalletStatus(wallet, news, new ConnectionStatusViewModel(messages, texts.dates()), clock);
        shell = new WindowShell(
                messages.text("program.name"), screens.navigation(), notices, messages, Optional.of(lock));
        shell.setStatus(new WalletStatusView(
                new StatusLineView(status.line(), messages),
                ActionButton.icon("refresh", Feather.REFRESH_CW, messages.text("refresh"), news::refresh)));
        screens.askIn(shell);
    }

    WindowShell shell() {
        return shell;
    }

    Notices notices() {
        return notices;
    }

    WalletNews news() {
        return news;
    }

    WalletScreens screens() {
        return screens;
    }

    WalletStatus status() {
        return status;
    }

    /** Wipe an open document, and empty the clipboard. */
    void close() {
        screens.close();
    }
}
