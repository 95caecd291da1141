// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.news;

import aegle.sharing.privatefile.ListedPrivateFile;
import aegle.wallet.session.AllowedPermission;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.session.SeenActivity;
import aegle.wallet.session.WaitingRequest;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletSession;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Subscription;

/** Everything that the wallet's screens show of the record, read again whenever something may have changed. */
public final class WalletNews {
    private static final Duration CALM = Duration.ofMillis(150);

    private final Wallet wallet;
    private final Feed<List<AllowedPermission>> permissions;
    private final Feed<List<WaitingRequest>> requests;
    private final Feed<List<HeldDocument>> documents;
    private final Feed<List<ListedPrivateFile>> privateFiles;
    private final Feed<SeenActivity> activity;
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();
    private Subscription calming = Subscription.EMPTY;

    /** Know nothing yet. */
    public WalletNews(Wallet wallet) {
        this.wallet = wallet;
        permissions = new Feed<>("list permissions", wallet, WalletSession::permissions);
        requests = new Feed<>("list requests", wallet, WalletSession::requests);
        documents = new Feed<>("list documents", wallet, WalletSession::documents);
        privateFiles = new Feed<>(
                "list private files", wallet, session -> session.privateFiles().list());
        activity = new Feed<>("read the history", wallet, WalletSession::activity);
    }

    /** Read everything again. */
    public void refresh() {
        if (wallet.openProperty().get()) {
            looks.set(looks.get() + 1);
            feeds().forEach(Feed::refresh);
        }
    }

    /** Changes with every reading, also of the same: what depends on the time of day is to be judged anew. */
    public ReadOnlyIntegerProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** Read everything again a moment after the last of several hints. */
    public void hint() {
        calming.unsubscribe();
        calming = wallet.background().after("read what has changed", CALM, this::refresh);
    }

    public Feed<List<AllowedPermission>> permissions() {
        return permissions;
    }

    public Feed<List<WaitingRequest>> requests() {
        return requests;
    }

    public Feed<List<HeldDocument>> documents() {
        return documents;
    }

    public Feed<List<ListedPrivateFile>> privateFiles() {
        return privateFiles;
    }

    public Feed<SeenActivity> activity() {
        return activity;
    }

    /** All of them. */
    public List<Feed<?>> feeds() {
        return List.of(permissions, requests, documents, privateFiles, activity);
    }
}
