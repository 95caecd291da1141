// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.home;

import aegle.desktop.kit.Notice;
import aegle.desktop.kit.Notices;
import aegle.record.PermissionId;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.AllowedPermission;
import aegle.wallet.session.SeenActivity;
import aegle.wallet.session.SeenEvent;
import aegle.wallet.session.WaitingRequest;
import aegle.wallet.session.Wallet;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Who can see what now, what needs the patient, and what happened last. */
public final class HomeViewModel {
    private static final Duration SOON = Duration.ofDays(7);
    private static final int LAST_EVENTS = 5;

    private final Wallet wallet;
    private final WalletNews news;
    private final WalletTexts texts;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<PermissionId>> stopping =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Show what the news say. */
    public HomeViewModel(Wallet wallet, WalletNews news, WalletTexts texts, Notices notices) {
        this.wallet = wallet;
        this.news = news;
        this.texts = texts;
        this.notices = notices;
    }

    /** The permissions that count now or will count; one that ends leaves by itself. */
    public ObservableValue<List<AllowedPermission>> live() {
        return Bindings.createObjectBinding(
                () -> news.permissions().valueProperty().get().orElse(List.of()).stream()
                        .filter(each -> each.isLive(texts.clock().instant()))
                        .toList(),
                news.permissions().valueProperty(),
                news.looksProperty());
    }

    /** Those of them that end within seven days. */
    public ObservableValue<List<AllowedPermission>> endingSoon() {
        return live().map(all -> {
            Instant soon = texts.clock().instant().plus(SOON);
            return all.stream().filter(each -> each.end().isBefore(soon)).toList();
        });
    }

    /** The requests that wait. */
    public ObservableValue<List<WaitingRequest>> requests() {
        return news.requests().valueProperty().map(all -> all.orElse(List.of()));
    }

    /** How many documents wait to be confirmed. */
    public ObservableValue<Long> unconfirmed() {
        return news.documents()
                .valueProperty()
                .map(all -> all.orElse(List.of()).stream()
                        .filter(document -> !document.isConfirmed())
                        .count());
    }

    /** The last five events. */
    public ObservableValue<List<SeenEvent>> lastEvents() {
        return news.activity()
                .valueProperty()
                .map(all -> all.map(SeenActivity::events).orElse(List.of()).stream()
                        .limit(LAST_EVENTS)
                        .toList());
    }

    /** Stop a permission, for good. */
    public void stop(AllowedPermission allowed) {
        stopping.set(Optional.of(allowed.permission().id()));
        wallet.run("stop a permission", session -> session.stop(allowed.permission()))
                .onDone(() -> notices.show(Notice.success(texts.text("home.stopped", texts.name(allowed.clinician())))))
                .onFailure(failure -> notices.show(new FailureTexts(texts).notice(failure)))
                .andFinally(() -> {
                    stopping.set(Optional.empty());
                    news.refresh();
                })
                .start();
    }

    /** The permission that is being stopped at this moment. */
    public ReadOnlyObjectProperty<Optional<PermissionId>> stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    /** The news behind this screen. */
    public WalletNews news() {
        return news;
    }
}
