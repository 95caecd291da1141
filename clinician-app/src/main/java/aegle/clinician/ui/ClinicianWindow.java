// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.clinician.aria.AriaExportReader;
import aegle.clinician.desk.ClinicianSession;
import aegle.clinician.desk.NetworkAccess;
import aegle.clinician.desk.NetworkDesk;
import aegle.clinician.desk.WaitingFile;
import aegle.clinician.ui.enrollment.EnrollmentView;
import aegle.clinician.ui.enrollment.EnrollmentViewModel;
import aegle.clinician.ui.enrollment.SessionEnrollment;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Dates;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Notice;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.ProgramWindow;
import aegle.desktop.kit.StepBar;
import aegle.desktop.kit.Theme;
import aegle.desktop.unlock.CreateVaultView;
import aegle.desktop.unlock.CreateVaultViewModel;
import aegle.desktop.unlock.HeldParts;
import aegle.desktop.unlock.IdleLock;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.desktop.unlock.UnlockView;
import aegle.desktop.unlock.UnlockViewModel;
import aegle.desktop.viewer.FontCache;
import aegle.record.PatientPseudonym;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.Peer;
import aegle.sharing.retrieval.GrantedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's window from creating the vault to closing. Locking covers the window at once; the keys are wiped as soon as nothing
 * that was begun needs them any more, so that an upload under way is finished. On the JavaFX thread.
 */
public final class ClinicianWindow {
    private static final Logger LOG = LoggerFactory.getLogger(ClinicianWindow.class);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Start start;
    private final KeyVaultFile vaultFile;
    private final Messages messages;
    private final BackgroundTasks background;
    private final Wording wording;
    private final ProgramWindow window;
    private final IdleLock idle;
    private ShownDesk shown;
    private Whereabouts whereabouts = Whereabouts.AT_THE_PATIENTS;
    private Optional<ClinicianSession> session = Optional.empty();
    private volatile Optional<NetworkDesk> desk = Optional.empty();
    private Optional<KeyVault> waiting = Optional.empty();
    private boolean entering;
    private Optional<ClinicianSession> dropping = Optional.empty();
    private boolean locked;
    private boolean closed;

    /**
     * What the window is started with.
     *
     * @param folder the program's own, with {@code clinician.vault}, {@code memory.db}, {@code cache}, {@code outbox}
     * @param exportFolder chosen for this computer if none was chosen before
     */
    public record Start(
            Path folder,
            ConnectionProfile profile,
            Optional<Path> exportFolder,
            Locale locale,
            AriaExportReader reader) {}

    /** Where time, chance and the passphrase's cost come from. */
    public record Sources(Clock clock, SecureRandom random, Supplier<Argon2Cost> cost, NetworkAccess access) {}

    private final Sources sources;
    private final Runnable whenClosed;

    public ClinicianWindow(Stage stage, Start start, Sources sources, Runnable whenClosed) {
        this.start = start;
        this.sources = sources;
        this.whenClosed = whenClosed;
        messages = Messages.load(start.locale(), "aegle.clinician.texts");
        background = BackgroundTasks.forWindows(failure -> shown.notices().show(Notice.of(failure, messages)));
        vaultFile = new KeyVaultFile(start.folder().resolve("clinician.vault"), sources.random());
        wording = new Wording(
                messages,
                new Dates(messages, sources.clock().withZone(ZoneId.systemDefault())),
                start.profile().peers().stream().collect(Collectors.toMap(Peer::hospital, Peer::hospitalName)));
        shown = nothingYet();
        Theme theme = Theme.ofSystem()
                .with(Objects.requireNonNull(ClinicianWindow.class.getResource("/aegle/clinician/clinician.css"))
                        .toExternalForm());
        window = new ProgramWindow(
                stage,
                messages.text("program.name"),
                new ProgramWindow.Parts(shown.shell(), theme, background, messages),
                this::close);
        idle = new IdleLock(sources.clock(), IDLE, this::lock);
        idle.watch(stage, background);
    }

    /** Show the window, at the lock or at its very beginning. */
    public void show() {
        background.every("ask the ledger", HEARTBEAT, this::beat);
        coverWithLock();
        window.show();
        background.perform("prepare the cipher", RecordCipher::warmUp).start();
        background.perform("read the fonts", FontCache::warmUp).start();
    }

    /** End everything: wipes keys and what is shown. May be repeated. */
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        idle.close();
        shown.screens().close();
        background.close();
        waiting.ifPresent(KeyVault::close);
        dropping.ifPresent(ClinicianSession::close);
        session.ifPresent(ClinicianSession::close);
        session = Optional.empty();
        desk = Optional.empty();
        window.close();
        whenClosed.run();
    }

    private ShownDesk nothingYet() {
        var next = new ShownDesk(
                new ClinicianScreens.Desks(this::desk, this::desk),
                new ClinicianScreens.Parts(background, wording, new Notices(), sources.clock(), start.reader()),
                start.profile(),
                this::lock);
        next.screens().patients().lastAnswerProperty().subscribe((_, _) -> lookAtConnection());
        next.screens().patients().problemProperty().subscribe((_, _) -> lookAtConnection());
        return next;
    }

    private NetworkDesk desk() {
        return desk.orElseThrow(() -> new IllegalStateException("the program is locked"));
    }

    private void coverWithLock() {
        if (vaultFile.exists()) {
            shown.shell()
                    .cover(new UnlockView(
                            new UnlockViewModel(vaultFile, background, messages, this::unlocked), messages));
        } else {
            shown.shell()
                    .cover(new CreateVaultView(
                            new CreateVaultViewModel(vaultFile, sources.cost(), background, messages, this::unlocked),
                            messages,
                            List.of(new StepBar(1, 3, messages.text("welcome.step"), messages))));
        }
    }

    /** Go on with the session of before the lock if it is still there; one that is just being closed is waited for. */
    private void unlocked(KeyVault vault) {
        if (dropping.isPresent()) {
            waiting = Optional.of(vault);
            return;
        }
        entering = true;
        Optional<ClinicianSession> kept = session;
        var problem = new AtomicReference<>(messages.text("program.start.failed"));
        background
                .run("open the session", () -> open(vault, kept))
                .onSuccess(this::enter)
                .onFailure(failure -> problem.set(sentence(failure)))
                .andFinally(() -> {
                    entering = false;
                    if (session.isEmpty()) {
                        shown.shell().cover(new StartProblemView(messages, problem.get(), this::coverWithLock));
                    }
                })
                .start();
    }

    /** Runs in the background. */
    private Opened open(KeyVault vault, Optional<ClinicianSession> kept) throws IOException {
        try (vault;
                var parts = new HeldParts()) {
            ClinicianSession opened = kept.isPresent()
                    ? kept.get()
                    : parts.hold(
                            ClinicianSession.open(vault, sources.access(), surroundings()), ClinicianSession::close);
            var answer = new Opened(
                    opened, opened.isEnrolled() ? Optional.of(opened.desk()) : Optional.<NetworkDesk>empty());
            parts.handOver();
            return answer;
        }
    }

    private NetworkDesk.Surroundings surroundings() {
        return new NetworkDesk.Surroundings(
                start.folder(),
                new RecordCipher(sources.random(), 2),
                sources.clock(),
                sources.random(),
                record -> background.onWindowThread(() -> shown.screens().end(record)),
                failure -> LOG.warn("the ledger did not take a look: {}", failure.getMessage()));
    }

    private String sentence(IOException failure) {
        return failure instanceof MemoryUnusableException memory
                ? memory.sentence(messages)
                : messages.text("program.start.failed");
    }

    private void enter(Opened opened) {
        session = Optional.of(opened.session());
        locked = false;
        idle.resume();
        opened.desk()
                .ifPresentOrElse(
                        this::enterDesk,
                        () -> shown.shell()
                                .cover(new EnrollmentView(
                                        new EnrollmentViewModel(
                                                new SessionEnrollment(opened.session()),
                                                start.profile().peers(),
                                                background,
                                                messages,
                                                () -> joined(opened.session())),
                                        messages)));
    }

    /** While the window is locked there is no way in; unlocking finds her a member. */
    private void joined(ClinicianSession member) {
        background
                .run("set up the desk", member::desk)
                .onSuccess(own -> {
                    if (!locked) {
                        enterDesk(own);
                    }
                })
                .start();
    }

    private void enterDesk(NetworkDesk own) {
        desk = Optional.of(own);
        start.exportFolder()
                .ifPresent(folder -> background
                        .perform("choose the export folder", () -> {
                            if (!own.exportFolder().equals(Optional.of(folder))) {
                                own.chooseExportFolder(folder);
                            }
                        })
                        .start());
        shown.screens().resume(whereabouts);
        shown.shell().uncover();
        beat();
    }

    /** Cover the window now and drop the keys as soon as nothing that is under way needs them. */
    private void lock() {
        if (session.isEmpty() || (desk.isPresent() && shown.shell().isCovered())) {
            return;
        }
        locked = true;
        coverWithLock();
        shown.screens().lock();
        dropKeysWhenIdle();
    }

    private void dropKeysWhenIdle() {
        if (!background.busyProperty().get() && !entering) {
            dropKeys();
        } else {
            background.after("drop the keys", Duration.ofSeconds(1), () -> {
                if (shown.shell().isCovered()) {
                    dropKeysWhenIdle();
                }
            });
        }
    }

    private void dropKeys() {
        session.ifPresent(open -> {
            Optional<NetworkDesk> own = desk;
            List<WaitingFile> files = shown.screens().waitingFiles();
            session = Optional.empty();
            desk = Optional.empty();
            dropping = Optional.of(open);
            forgetWhatIsShown();
            background
                    .perform("drop the keys", () -> {
                        try (open) {
                            own.ifPresent(member -> member.keepWaiting(files));
                        }
                    })
                    .andFinally(() -> {
                        dropping = Optional.empty();
                        Optional<KeyVault> next = waiting;
                        waiting = Optional.empty();
                        next.ifPresent(this::unlocked);
                    })
                    .start();
        });
    }

    /** The lock above it stays as it is, also what is being typed there. */
    private void forgetWhatIsShown() {
        whereabouts = shown.screens().whereabouts();
        shown.screens().close();
        ShownDesk next = nothingYet();
        shown.shell().handOverCover(next.shell());
        shown = next;
        window.replace(next.shell());
    }

    private void beat() {
        if (shown.shell().isCovered() || desk.isEmpty()) {
            return;
        }
        NetworkDesk own = desk();
        shown.screens().patients().refresh();
        shown.screens()
                .patients()
                .overviewProperty()
                .get()
                .ifPresent(overview -> overview.records().stream()
                        .map(GrantedRecord::id)
                        .forEach(id -> own.watch(id, () -> background.onWindowThread(() -> hint(id)))));
        background
                .perform("tell of looks without the network", own::tellPendingLooks)
                .onFailure(failure -> LOG.debug("looks are told later: {}", failure.getMessage()))
                .start();
        background
                .perform("complete copies in the stores", own::completeCopies)
                .onFailure(failure -> LOG.debug("copies are completed later: {}", failure.getMessage()))
                .start();
    }

    private void lookAtConnection() {
        if (!shown.shell().isCovered() && desk.isPresent()) {
            shown.connection().look(desk());
        }
    }

    private void hint(PatientPseudonym record) {
        if (!shown.shell().isCovered() && desk.isPresent()) {
            shown.screens().hint(record);
        }
    }

    /** A session that was opened, with its desk if she is a member. */
    private record Opened(ClinicianSession session, Optional<NetworkDesk> desk) {}
}
