// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.clinician.desk.NetworkAccess;
import aegle.clinician.testdata.Screens;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.vault.Argon2Cost;
import aegle.desktop.testkit.ShownWindow;
import aegle.desktop.testkit.WindowRobot;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.NetworkId;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.enrollment.ClinicianApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first start to the lock, with a membership service that has not decided yet. */
class ClinicianWindowTest {
    private static final String PASSPHRASE = "granite willow copper thunder meadow";

    @TempDir
    private Path folder;

    private final Access access = new Access();
    private final AtomicInteger closings = new AtomicInteger();

    @Test
    void a_first_start_leads_from_the_passphrase_to_the_waiting_and_a_second_one_returns_there() {
        access.memoryInUse = false;
        ClinicianWindow first = open();
        apply(robot());
        assertEquals(1, access.applications);
        assertTrue(Files.exists(folder.resolve("clinician.vault")));
        close(first);
        assertEquals(1, closings.get());
        assertTrue(access.memoryClosed, "closing wipes and closes the memory");

        ClinicianWindow second = open();
        robot().type("passphrase", PASSPHRASE).click("unlock").await("enroll-state");
        close(second);
    }

    @Test
    void a_memory_that_another_window_has_is_said_with_what_to_do() {
        access.memoryInUse = true;
        ClinicianWindow window = open();
        robot().type("new-passphrase", PASSPHRASE)
                .type("repeated-passphrase", PASSPHRASE)
                .click("create");
        robot().awaitText("start-problem", "already running");

        access.memoryInUse = false;
        robot().click("start-again")
                .type("passphrase", PASSPHRASE)
                .click("unlock")
                .await("enroll-name");
        close(window);
    }

    @Test
    void a_network_that_cannot_be_set_up_is_said_and_leaves_the_memory_free() {
        access.unusable = true;
        ClinicianWindow window = open();
        robot().type("new-passphrase", PASSPHRASE)
                .type("repeated-passphrase", PASSPHRASE)
                .click("create");
        robot().awaitText("start-problem", "cannot be opened").awaitText("notice-sentence", "went wrong");
        assertTrue(access.memoryClosed, "what was opened is closed again");

        access.unusable = false;
        robot().click("start-again")
                .type("passphrase", PASSPHRASE)
                .click("unlock")
                .await("enroll-name");
        close(window);
    }

    @Test
    void nothing_of_the_program_lies_readable_in_its_folder() throws Exception {
        ClinicianWindow window = open();
        apply(robot());
        close(window);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(content.contains("Mira Chen"), file.toString());
            }
        }
    }

    private Optional<Stage> stage = Optional.empty();

    private ClinicianWindow open() {
        return ShownWindow.onFx(() -> {
            var shown = new Stage();
            stage = Optional.of(shown);
            var window = new ClinicianWindow(
                    shown,
                    new ClinicianWindow.Start(folder, profile(), Optional.empty(), Locale.UK, Screens.reader()),
                    new ClinicianWindow.Sources(
                            Clock.tickMillis(ZoneOffset.UTC), new SecureRandom(), () -> Argon2Cost.FLOOR, access),
                    closings::incrementAndGet);
            window.show();
            return window;
        });
    }

    private WindowRobot robot() {
        return new WindowRobot(stage.orElseThrow());
    }

    private static void apply(WindowRobot robot) {
        robot.type("new-passphrase", PASSPHRASE)
                .type("repeated-passphrase", PASSPHRASE)
                .click("create")
                .fill("enroll-name", "Dr. Mira Chen")
                .fill("enroll-npi", "1234567893")
                .click("enroll-submit")
                .await("enroll-state");
    }

    private static void close(ClinicianWindow window) {
        ShownWindow.onFx(() -> {
            window.close();
            window.close();
            return true;
        });
    }

    private static ConnectionProfile profile() {
        return new ConnectionProfile(
                "practice",
                ConnectionProfile.NetworkKind.EMBEDDED,
                "00".repeat(32),
                "aegle",
                "records",
                List.of(new ConnectionProfile.Peer("NorthMSP", "North Hospital", "localhost:1", "")),
                new ConnectionProfile.Membership("MembershipMSP", "https://localhost:1", ""),
                List.of("root"),
                List.of(ConnectionProfile.Store.onThisComputer("store-1", "http://localhost:1", "local", "aegle")));
    }

    /** A network where membership takes applications and decides nothing. */
    private static final class Access implements NetworkAccess {
        private final Map<String, byte[]> memory = new TreeMap<>();
        private boolean memoryInUse;
        private boolean unusable;
        private boolean memoryClosed;
        private int applications;

        @Override
        public NetworkId network() {
            return new NetworkId(Bytes.of(new byte[32]));
        }

        @Override
        public SealedStore memory(Path file, byte[] key) throws MemoryUnusableException {
            if (memoryInUse) {
                throw new MemoryUnusableException(
                        MemoryUnusableException.Reason.IN_USE, new IllegalStateException("in use"));
            }
            memoryClosed = false;
            return new MapStore(this);
        }

        @Override
        public MembershipDirectory membership() {
            if (unusable) {
                throw new IllegalArgumentException("a root that is no certificate");
            }
            return new Undecided(this);
        }

        @Override
        public RecordLedger ledger(X509Certificate certificate, SigningKeyPair key) {
            throw new IllegalStateException("nobody is a member");
        }

        @Override
        public RecordStore store() {
            throw new IllegalStateException("nobody is a member");
        }
    }

    /** The program's memory without a disk. */
    private record MapStore(Access access) implements SealedStore {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.ofNullable(access.memory.get(name));
        }

        @Override
        public void put(String name, byte[] content) {
            access.memory.put(name, content);
        }

        @Override
        public void remove(String name) {
            access.memory.remove(name);
        }

        @Override
        public List<String> names(String prefix) {
            return access.memory.keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .toList();
        }

        @Override
        public void close() {
            access.memoryClosed = true;
        }
    }

    /** A membership service whose officers are on holiday. */
    private record Undecided(Access access) implements MembershipDirectory {
        @Override
        public X509Certificate enrollPatient(SigningKeyPair key) {
            throw new IllegalStateException("no patient's program");
        }

        @Override
        public void apply(ClinicianApplication application, SigningKeyPair key) {
            access.applications++;
        }

        @Override
        public Optional<X509Certificate> collectCertificate(MemberId applicant, SigningKeyPair key) {
            return Optional.empty();
        }

        @Override
        public List<ClinicianApplication> pendingApplications(X509Certificate officer, SigningKeyPair key) {
            return List.of();
        }

        @Override
        public void verifyOrigin(X509Certificate certificate) {
            throw new IllegalStateException("nobody is a member");
        }

        @Override
        public void verify(X509Certificate certificate) {
            throw new IllegalStateException("nobody is a member");
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
