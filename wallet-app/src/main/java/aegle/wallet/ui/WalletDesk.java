// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import aegle.desktop.kit.Notices;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.Wallet;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.file.FileDialogs;

/** What every screen of one window shares. */
record WalletDesk(Wallet wallet, WalletNews news, WalletTexts texts, Notices notices, FileDialogs files) {}
