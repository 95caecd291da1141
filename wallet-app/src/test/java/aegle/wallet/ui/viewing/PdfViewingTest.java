// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.viewing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aegle.crypto.vault.KeyVault;
import aegle.desktop.kit.Messages;
import aegle.desktop.testkit.TestBackground;
import aegle.desktop.viewer.OpenedPdf;
import aegle.record.MspId;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletSession;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.trial.TrialNetwork;
import aegle.wallet.trial.TrialPdf;
import aegle.wallet.trial.TrialWallet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfViewingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-16T08:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void a_document_of_which_no_page_was_drawn_was_not_seen() throws Exception {
        TrialNetwork network = new TrialNetwork(CLOCK);
        try (TestBackground background = new TestBackground();
                KeyVault vault = TrialWallet.vault(folder);
                WalletSession session =
                        WalletSession.open(vault, network.profile(), TrialWallet.place(folder, network, CLOCK))) {
            Wallet wallet = new Wallet(background.tasks());
            wallet.open(session);
            var texts = new WalletTexts(Messages.load(Locale.ENGLISH, "aegle.wallet.texts"), CLOCK, MspId::value);
            var description = new OpenedPdf.Description("Blood count", List.of(), List.of(), Optional.empty());
            var viewing = new PdfViewing(
                    wallet, texts, (_, _) -> new FetchedPdf(TrialPdf.titled("Blood count"), description));
            background.tasks().run("fetch", () -> true).onDone(viewing::fetch).start();
            for (int i = 0; i < 12; i++) {
                background.awaitIdle();
            }
            assertEquals(PdfViewing.State.SHOWN, viewing.stateProperty().get());
            assertEquals(64, viewing.viewer().sha256Property().get().length());
            assertFalse(viewing.seen().get());
        }
    }
}
