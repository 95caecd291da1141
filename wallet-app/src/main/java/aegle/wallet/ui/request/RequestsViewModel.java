// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.request;

import aegle.desktop.kit.Notice;
import aegle.desktop.kit.Notices;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.WaitingRequest;
import aegle.wallet.session.Wallet;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;

/** The requests that wait, and declining them; allowing leads to another screen. */
public final class RequestsViewModel {
    private final Wallet wallet;
    private final WalletNews news;
    private final WalletTexts texts;
    private final Notices notices;
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** Show what the news say. */
    public RequestsViewModel(Wallet wallet, WalletNews news, WalletTexts texts, Notices notices) {
        this.wallet = wallet;
        this.news = news;
        this.texts = texts;
        this.notices = notices;
        news.requests()
                .valueProperty()
                .subscribe(all -> waiting.set(all.map(List::size).orElse(0)));
    }

    /** All that wait. */
    public ObservableValue<List<WaitingRequest>> requests() {
        return news.requests().valueProperty().map(all -> all.orElse(List.of()));
    }

    /** How many wait. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Decline a request. */
    public void decline(WaitingRequest request) {
        busy.set(true);
        wallet.run("decline a request", session -> {
                    session.decline(request);
                    return request;
                })
                .onDone(() ->
                        notices.show(Notice.success(texts.text("requests.declined", texts.name(request.clinician())))))
                .onFailure(failure -> notices.show(new FailureTexts(texts).notice(failure)))
                .andFinally(() -> {
                    busy.set(false);
                    news.refresh();
                })
                .start();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The news behind this screen. */
    public WalletNews news() {
        return news;
    }
}
