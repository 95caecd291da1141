// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import aegle.desktop.connection.ConnectionStatus;
import aegle.desktop.connection.ConnectionStatusViewModel;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.RecordStore;
import aegle.sharing.SharingException;
import aegle.wallet.news.Feed;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the status line true: after each reading it says which hospital answered and how many stores do. */
final class WalletStatus {
    private static final Logger LOG = LoggerFactory.getLogger(WalletStatus.class);

    private final Wallet wallet;
    private final WalletNews news;
    private final ConnectionStatusViewModel line;
    private final Clock clock;
    private Optional<ConnectionProfile> profile = Optional.empty();
    private Optional<Instant> lastSync = Optional.empty();

    WalletStatus(Wallet wallet, WalletNews news, ConnectionStatusViewModel line, Clock clock) {
        this.wallet = wallet;
        this.news = news;
        this.line = line;
        this.clock = clock;
        for (Feed<?> feed : news.feeds()) {
            feed.readingProperty().subscribe((before, now) -> {
                if (!now) {
                    look();
                }
            });
        }
    }

    ConnectionStatusViewModel line() {
        return line;
    }

    /** Speak of this network from now on. */
    void use(ConnectionProfile used) {
        profile = Optional.of(used);
        lastSync = Optional.empty();
    }

    /** What was interrupted waits for the next time; nothing is lost, so nobody is disturbed. */
    void resumeFailed(SharingException failure) {
        LOG.info(
                "what was interrupted waits for the next time: {}",
                failure.getClass().getSimpleName());
    }

    private void look() {
        Optional<WalletSession> session = wallet.session();
        if (profile.isEmpty() || session.isEmpty()) {
            return;
        }
        boolean answered = news.feeds().stream()
                .anyMatch(feed -> feed.failureProperty().get().isEmpty());
        boolean allWell = news.feeds().stream()
                .allMatch(feed -> feed.failureProperty().get().isEmpty()
                        && feed.valueProperty().get().isPresent());
        if (allWell) {
            lastSync = Optional.of(clock.instant());
        }
        RecordStore.StoreStatus stores = session.get().stores();
        line.show(new ConnectionStatus(
                profile.get().name(),
                profile.get().kind() == ConnectionProfile.NetworkKind.EMBEDDED,
                session.get().answeringHospital().filter(name -> answered),
                stores.reachable(),
                stores.configured(),
                lastSync));
    }
}
