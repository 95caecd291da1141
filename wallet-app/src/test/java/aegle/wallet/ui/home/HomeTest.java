// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.crypto.vault.KeyVault;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Notices;
import aegle.desktop.testkit.TestBackground;
import aegle.record.MspId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletSession;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.trial.TrialClinician;
import aegle.wallet.trial.TrialNetwork;
import aegle.wallet.trial.TrialWallet;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final Instant START = Instant.parse("2026-06-16T08:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final TrialNetwork network = new TrialNetwork(clock);

    @TempDir
    Path folder;

    @Test
    void a_permission_that_ends_leaves_who_can_see_what_now() throws Exception {
        try (TestBackground background = new TestBackground();
                KeyVault vault = TrialWallet.vault(folder);
                WalletSession session =
                        WalletSession.open(vault, network.profile(), TrialWallet.place(folder, network, clock))) {
            session.openRecord();
            session.allow(
                    TrialClinician.chen(network, clock, new SecureRandom()).member(),
                    new PermissionScope(
                            Set.of(Right.READ),
                            Set.of(DocumentCategory.RADIATION_DOSE),
                            List.of(),
                            new ValidityPeriod(START, START.plus(Duration.ofDays(1))),
                            Optional.empty()));
            Wallet wallet = new Wallet(background.tasks());
            WalletNews news = new WalletNews(wallet);
            var texts = new WalletTexts(Messages.load(Locale.ENGLISH, "aegle.wallet.texts"), clock, MspId::value);
            var seen = new CopyOnWriteArrayList<Integer>();
            var live = new HomeViewModel(wallet, news, texts, new Notices()).live();
            live.subscribe(all -> seen.add(all.size()));
            wallet.open(session);
            look(background, news);
            now.set(START.plus(Duration.ofDays(2)));
            look(background, news);
            assertEquals(List.of(0, 1, 0), seen);
        }
    }

    private static void look(TestBackground background, WalletNews news) {
        background.tasks().run("look", () -> true).onDone(news::refresh).start();
        for (int i = 0; i < 12; i++) {
            background.awaitIdle();
        }
    }
}
