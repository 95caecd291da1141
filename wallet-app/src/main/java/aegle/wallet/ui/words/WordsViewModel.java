// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.words;

import aegle.crypto.pseudonym.LinkWords;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletSession;
import java.util.Optional;

/** What a hospital compares, and the code that it needs; both work without the network. */
public final class WordsViewModel {
    private final Wallet wallet;

    /** Show what the open wallet says. */
    public WordsViewModel(Wallet wallet) {
        this.wallet = wallet;
    }

    /** The six words with their numbers; empty while the wallet is locked. */
    public Optional<LinkWords> words() {
        return wallet.session().map(WalletSession::linkWords);
    }

    /** The code; empty text while the wallet is locked. */
    public String code() {
        return wallet.session().map(session -> session.handOverCode().text()).orElse("");
    }
}
