// SPDX-License-Identifier: Apache-2.0
package aegle.clinician;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.local.SealedStoreException;
import aegle.client.local.SqliteSealedStore;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.client.store.S3RecordStore;
import aegle.clinician.aria.AriaExportReader;
import aegle.clinician.aria.AriaProfile;
import aegle.clinician.desk.NetworkAccess;
import aegle.clinician.ui.ClinicianWindow;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.vault.Argon2Cost;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.desktop.unlock.MemoryUnusableException.Reason;
import aegle.desktop.viewer.FontCache;
import aegle.record.NetworkId;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts one clinician program together: window, use cases and the adapters to the network. It has no state outside itself, so that
 * several programs can run in one JVM, each with its own folder.
 */
public final class ClinicianComposition implements AutoCloseable, NetworkAccess {
    private static final Logger LOG = LoggerFactory.getLogger(ClinicianComposition.class);
    private static final String PROFILE = "aria-profile.json";

    /**
     * Where a program lives, which network it was given, and where the hospital's system puts its exports.
     *
     * @param folder exists; may hold an {@code aria-profile.json} of the hospital's own
     */
    public record Home(Path folder, ConnectionProfile profile, Optional<Path> exportFolder) {}

    private final Home home;
    private final Clock clock;
    private final SecureRandom random;
    private final Locale locale;
    private final Supplier<Argon2Cost> passphraseCost;
    private Optional<ClinicianWindow> window = Optional.empty();

    /**
     * Compose a program.
     *
     * @param clock counts milliseconds, as the ledger does: {@code Clock.tickMillis(ZoneOffset.UTC)}
     * @param passphraseCost asked in the background when a vault is created
     */
    public ClinicianComposition(
            Home home, Clock clock, SecureRandom random, Locale locale, Supplier<Argon2Cost> passphraseCost) {
        this.home = home;
        this.clock = clock;
        this.random = random;
        this.locale = locale;
        this.passphraseCost = passphraseCost;
    }

    /** Show the program in a window. On the JavaFX thread; once. */
    public void show(Stage stage) {
        FontCache.use(home.folder().resolve("fonts"));
        var reader = new AriaExportReader(ariaProfile(), ZoneId.systemDefault());
        var shown = new ClinicianWindow(
                stage,
                new ClinicianWindow.Start(home.folder(), home.profile(), home.exportFolder(), locale, reader),
                new ClinicianWindow.Sources(clock, random, passphraseCost, this),
                () -> window = Optional.empty());
        window = Optional.of(shown);
        shown.show();
    }

    /** Lock the program and end everything that belongs to it. On the JavaFX thread; may be repeated. */
    @Override
    public void close() {
        window.ifPresent(ClinicianWindow::close);
    }

    @Override
    public NetworkId network() {
        return home.profile().network();
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
    public MembershipDirectory membership() {
        return new HttpMembershipDirectory(home.profile(), clock, random);
    }

    @Override
    public RecordLedger ledger(X509Certificate certificate, SigningKeyPair key) {
        return new FabricRecordLedger(home.profile(), certificate, key, clock);
    }

    @Override
    public RecordStore store() {
        return new S3RecordStore(home.profile().stores());
    }

    /** A hospital's own table that cannot be read is no reason not to start; the built-in one holds then. */
    private AriaProfile ariaProfile() {
        Path own = home.folder().resolve(PROFILE);
        if (!Files.exists(own)) {
            return AriaProfile.standard();
        }
        try {
            return AriaProfile.read(own);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read; the built-in one is used", PROFILE, e);
            return AriaProfile.standard();
        }
    }
}
