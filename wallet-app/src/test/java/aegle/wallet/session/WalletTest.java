// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.desktop.testkit.TestBackground;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.key.PatientCard;
import aegle.sharing.key.VaultedKeys;
import aegle.wallet.trial.TrialClinician;
import aegle.wallet.trial.TrialNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-16T08:30:00Z"), ZoneOffset.UTC);

    private final TrialNetwork network = new TrialNetwork(CLOCK);
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void a_locked_wallet_runs_nothing_and_fails_nothing() {
        try (TestBackground background = new TestBackground()) {
            Wallet wallet = new Wallet(background.tasks());
            var ends = new CopyOnWriteArrayList<String>();
            wallet.run("list permissions", WalletSession::permissions)
                    .onSuccess(all -> ends.add("success"))
                    .onFailure(failure -> ends.add("failure"))
                    .onCancelled(() -> ends.add("cancelled"))
                    .start();
            background.awaitIdle();
            assertEquals(List.of("cancelled"), ends);
        }
    }

    @Test
    void what_runs_while_the_wallet_is_locked_ends_with_its_keys() throws Exception {
        try (TestBackground background = new TestBackground();
                KeyVault vault = vault()) {
            Wallet wallet = new Wallet(background.tasks());
            WalletSession session = WalletSession.open(vault, network.profile(), place());
            wallet.open(session);
            var begun = new CountDownLatch(1);
            var locked = new CountDownLatch(1);
            var ends = new CopyOnWriteArrayList<String>();
            wallet.run("open the record", opened -> {
                        begun.countDown();
                        assertTrue(locked.await(10, TimeUnit.SECONDS));
                        opened.openRecord();
                        return opened;
                    })
                    .onDone(() -> ends.add("success"))
                    .start();
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            wallet.lock();
            assertFalse(wallet.openProperty().get());
            locked.countDown();
            background.awaitIdle();
            assertEquals(List.of("success"), ends);
            assertThrows(IllegalStateException.class, session::handOverCode, "keys are wiped afterwards");
        }
    }

    @Test
    void unlocking_waits_until_the_session_of_before_the_lock_has_ended() throws Exception {
        try (TestBackground background = new TestBackground();
                KeyVault vault = vault()) {
            Wallet wallet = new Wallet(background.tasks());
            wallet.open(WalletSession.open(vault, network.profile(), place()));
            var begun = new CountDownLatch(1);
            var unlocked = new CountDownLatch(1);
            var ends = new CopyOnWriteArrayList<String>();
            wallet.run("add a file", opened -> {
                        begun.countDown();
                        assertTrue(unlocked.await(10, TimeUnit.SECONDS));
                        return opened;
                    })
                    .onDone(() -> ends.add("added"))
                    .start();
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            wallet.lock();
            wallet.opening(() -> WalletSession.open(vault, network.profile(), place()))
                    .onSuccess(opened -> {
                        ends.add("opened");
                        opened.close();
                    })
                    .onFailure(failure -> ends.add(failure.toString()))
                    .start();
            unlocked.countDown();
            background.awaitIdle();
            assertEquals(List.of("added", "opened"), ends);
        }
    }

    @Test
    void the_record_is_opened_once_and_remembered() throws Exception {
        try (KeyVault vault = vault();
                WalletSession session = WalletSession.open(vault, network.profile(), place())) {
            assertFalse(session.isRecordOpen());
            session.openRecord();
            assertTrue(session.isRecordOpen());
            assertEquals("Anna Andersson", session.card().name());
        }
    }

    @Test
    void stopping_counts_as_done_when_only_moving_the_keys_on_has_failed() throws Exception {
        TrialClinician chen = TrialClinician.chen(network, CLOCK, random);
        try (KeyVault vault = vault();
                WalletSession session = WalletSession.open(vault, network.profile(), place())) {
            session.openRecord();
            var scope = new PermissionScope(
                    Set.of(Right.READ),
                    Set.of(DocumentCategory.RADIATION_DOSE),
                    List.of(),
                    new ValidityPeriod(CLOCK.instant(), CLOCK.instant().plus(Duration.ofDays(3))),
                    Optional.empty());
            Permission given = session.allow(chen.member(), scope);
            network.ledger()
                    .fail("advanceEpoch", new LedgerUnavailableException("offline", new IOException("offline")));
            assertTrue(session.stop(given).isRevoked());
            network.ledger().recover();
            session.resume();
            assertEquals(
                    1,
                    network.ledger()
                            .categoryKey(DocumentCategory.RADIATION_DOSE)
                            .epoch());
        }
    }

    private WalletPlace place() {
        return new WalletPlace(folder, network, CLOCK, random, new RecordCipher(random, 1));
    }

    private KeyVault vault() throws IOException {
        KeyVault vault;
        try (Passphrase passphrase = Passphrase.of("crossing lantern mosaic".toCharArray())) {
            vault = new KeyVaultFile(folder.resolve("vault"), random).create(passphrase, Argon2Cost.FLOOR);
        }
        new VaultedKeys(vault)
                .makePatientKeys(
                        new UniquelyIdentifiableInformation(
                                Optional.empty(),
                                Optional.of(LocalDate.of(1968, 4, 23)),
                                Optional.of("Anna Andersson"),
                                Optional.empty(),
                                Optional.empty()),
                        new PatientCard("Anna Andersson", LocalDate.of(1968, 4, 23), List.of()),
                        random);
        return vault;
    }
}
