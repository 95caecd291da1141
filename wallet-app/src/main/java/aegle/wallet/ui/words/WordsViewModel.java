// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.words;

import aegle.crypto.pseudonym.LinkWords;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletSession;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a hospital compares, and the code that it needs; both work without the network. */
public final class WordsViewModel {
    private final Wallet wallet;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * The six words with their numbers, and the code.
     *
     * @param code signed, so it is made in the background
     */
    public record Shown(LinkWords words, String code) {}

    /** Show what the open wallet says. */
    public WordsViewModel(Wallet wallet) {
        this.wallet = wallet;
    }

    /** Ask the wallet; while it is locked, nothing changes. */
    public void look() {
        wallet.run("make the code", WordsViewModel::shown)
                .onSuccess(made -> shown.set(Optional.of(made)))
                .start();
    }

    /** Empty until the wallet was asked. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    private static Shown shown(WalletSession session) {
        return new Shown(session.linkWords(), session.handOverCode().text());
    }
}
