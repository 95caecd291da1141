// SPDX-License-Identifier: Apache-2.0
package aegle.wallet;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.local.SealedStoreException;
import aegle.client.local.SqliteSealedStore;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.client.store.S3RecordStore;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.vault.Argon2Cost;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.desktop.unlock.MemoryUnusableException.Reason;
import aegle.desktop.viewer.FontCache;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.wallet.session.WalletNetwork;
import aegle.wallet.session.WalletPlace;
import aegle.wallet.ui.WalletWindow;
import aegle.wallet.ui.file.SystemFileDialogs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;

/**
 * Puts one wallet together: window, use cases and the adapters to the network. It has no state outside itself, so that several
 * programs can run in one JVM, each with its own folder.
 */
public final class WalletComposition implements AutoCloseable, WalletNetwork {
    private static final int CIPHER_WORKERS = 2;

    /** Where a wallet lives, and which network it was given. */
    public record Home(Path folder, Optional<ConnectionProfile> profile) {}

    private final Home home;
    private final Clock clock;
    private final SecureRandom random;
    private final Locale locale;
    private final Supplier<Argon2Cost> passphraseCost;
    private Optional<WalletWindow> window = Optional.empty();

    /** Compose a wallet in a folder of its own, on a network that is known. */
    public WalletComposition(
            Path dataFolder,
            ConnectionProfile profile,
            Clock clock,
            SecureRandom random,
            Locale locale,
            Argon2Cost passphraseCost) {
        this(new Home(dataFolder, Optional.of(profile)), clock, random, locale, () -> passphraseCost);
    }

    WalletComposition(Home home, Clock clock, SecureRandom random, Locale locale, Supplier<Argon2Cost> passphraseCost) {
        this.home = home;
        this.clock = clock;
        this.random = random;
        this.locale = locale;
        this.passphraseCost = passphraseCost;
    }

    /** Show the wallet in a window. On the JavaFX thread; once. */
    public void show(Stage stage) {
        FontCache.use(home.folder().resolve("fonts"));
        var place = new WalletPlace(home.folder(), this, clock, random, new RecordCipher(random, CIPHER_WORKERS));
        var start = new WalletWindow.Start(home.profile(), locale, passphraseCost);
        var shown =
                new WalletWindow(stage, place, start, new SystemFileDialogs(stage), () -> window = Optional.empty());
        window = Optional.of(shown);
        shown.show();
    }

    /** Lock the wallet and end everything that belongs to it. On the JavaFX thread; may be repeated. */
    @Override
    public void close() {
        window.ifPresent(WalletWindow::close);
    }

    @Override
    public SealedStore memory(Path file, byte[] key) throws MemoryUnusableException {
        try {
            return SqliteSealedStore.open(file, key, random);
        } catch (SealedStoreException e) {
            throw new MemoryUnusableException(Reason.valueOf(e.reason().name()), e);
        }
    }

    @Override
    public MembershipDirectory membership(ConnectionProfile profile) {
        return new HttpMembershipDirectory(profile, clock, random);
    }

    @Override
    public RecordLedger ledger(ConnectionProfile profile, X509Certificate certificate, SigningKeyPair key) {
        return new FabricRecordLedger(profile, certificate, key, clock);
    }

    @Override
    public RecordStore store(ConnectionProfile profile) {
        return new S3RecordStore(profile.stores());
    }
}
