// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.acceptance.OfficersAtWork;
import aegle.clinician.desk.ClinicianSession;
import aegle.embedded.NetworkParts;
import aegle.embedded.PracticeHospital;
import aegle.embedded.peer.CommitFault;
import aegle.embedded.s3.StoreFault;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.link.LinkWay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A clinician's program is killed amid uploads, as by a power failure. Its next start goes on where it was: nothing is lost, nothing
 * is there twice.
 */
@EmbeddedOnly("kills the program at instants that only stores and a peer in this process tell")
class ProgramKillTest {
    private static final long SEED = 20_261_127;
    private static final int BYTES = 2_000_000;
    private static final int LIMIT_SECONDS = 120;

    private final Random random = new Random(SEED);
    private final KillingNetwork killing = new KillingNetwork();
    private final List<byte[]> sources = new ArrayList<>();
    private Path folder;
    private Participants participants;
    private PatientDesk anna;

    @BeforeEach
    void found_the_network(@TempDir Path made) throws Exception {
        folder = made;
        participants = Participants.on(
                folder,
                NetworkParts.standard(Participants.CLOCK, Participants.RANDOM)
                        .withStoreFault(killing)
                        .withCommitFault(killing));
        anna = participants.anna();
        Files.createDirectories(program());
        profile().write(folder.resolve("network.json"));
    }

    @AfterEach
    void stop_the_network() {
        participants.close();
    }

    @Test
    void a_program_that_is_killed_amid_an_upload_goes_on_with_it_at_its_next_start() throws Exception {
        joinAndLink();
        for (Moment moment : Moment.values()) {
            killAmidUpload(moment);
        }

        assertEquals(0, run());

        Map<String, Integer> told = told();
        assertEquals(Moment.values().length, told.get("resumed"), "each upload that was cut off was resumed");
        try (Stream<Path> left = Files.list(program().resolve("outbox"))) {
            assertEquals(List.of(), left.toList(), "nothing stays in the outbox");
        }
        requireEachThereOnce();
        assertEquals(0, run());
        assertEquals(told, told(), "there is nothing left to resume");
    }

    private void killAmidUpload(Moment moment) throws Exception {
        var content = new byte[BYTES];
        random.nextBytes(content);
        sources.add(content);
        Path file = Files.write(folder.resolve("source-" + sources.size()), content);
        Process process = start(file.toString());
        killing.killAt(moment, process);
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertTrue(process.exitValue() != 0, "it was killed, and did not end by itself");
    }

    private int run() throws Exception {
        Process process = start();
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private Process start(String... files) throws Exception {
        var arguments = new ArrayList<>(List.of(
                program().toString(),
                folder.resolve("network.json").toString(),
                folder.resolve("results").toString()));
        arguments.addAll(List.of(files));
        return TestJvm.start(
                folder.resolve("program.log"), UploadingClinician.class.getName(), arguments.toArray(String[]::new));
    }

    /** How often the program noted what. */
    private Map<String, Integer> told() throws Exception {
        var told = new HashMap<String, Integer>();
        for (String line : Files.readAllLines(folder.resolve("results"))) {
            told.merge(line.substring(0, line.indexOf(' ')), 1, Integer::sum);
        }
        return told;
    }

    private void requireEachThereOnce() throws Exception {
        List<DocumentEntry> entries = anna.documents.entries();
        assertEquals(sources.size(), entries.size());
        var left = new ArrayList<>(sources);
        for (DocumentEntry entry : entries) {
            byte[] read = anna.read(entry);
            assertTrue(left.removeIf(source -> Arrays.equals(source, read)), "one of the files, whole");
        }
        assertEquals(0, left.size());
    }

    /** The clinician's first day, before anything is killed. */
    private void joinAndLink() throws Exception {
        try (ClinicianSession session = UploadingClinician.session(program(), profile())) {
            session.apply(
                    PracticeHospital.NORTH.id(), new ProfessionalData("Dr. Maya Chen", "1234567893", "2085R0001X"));
            new OfficersAtWork(participants.network(), Participants.CLOCK, Participants.RANDOM).decide();
            assertTrue(session.joins());
            var desk = session.desk();
            Member chen = desk.self();
            anna.allow(chen, Set.of(DocumentCategory.values()), Right.READ, Right.WRITE);
            desk.confirmIdentity(
                    desk.patients().records().getFirst(),
                    anna.keys.linkWords().toString(),
                    "N-4711",
                    LinkWay.WORDS_IN_PERSON);
        }
    }

    private ConnectionProfile profile() {
        return participants.network().profile();
    }

    private Path program() {
        return folder.resolve("program");
    }

    /** A network that kills a program as soon as it hears of an object, or of a transaction, for the first time. */
    private static final class KillingNetwork implements StoreFault, CommitFault {
        private final Set<String> heard = ConcurrentHashMap.newKeySet();
        private final AtomicReference<Optional<Aim>> aim = new AtomicReference<>(Optional.empty());

        void killAt(Moment moment, Process process) {
            aim.set(Optional.of(new Aim(moment, process)));
        }

        @Override
        public void arrived(String key) {
            if (heard.add(key)) {
                shootAt(moment -> key.endsWith(moment.suffix));
            }
        }

        @Override
        public Fate fate(String transactionId) {
            shootAt(moment -> moment == Moment.COMMIT);
            return new Ordered();
        }

        private void shootAt(Predicate<Moment> hit) {
            Optional<Aim> now = aim.get();
            if (now.filter(taken -> hit.test(taken.moment())).isPresent() && aim.compareAndSet(now, Optional.empty())) {
                now.get().process().destroyForcibly().onExit().join();
            }
        }

        private record Aim(Moment moment, Process process) {}
    }

    /**
     * When a program is killed. A later one does not come up again when the upload before it is resumed, since its objects have been
     * heard of.
     */
    private enum Moment {
        COMMIT("none"),
        LABEL(".l"),
        ENVELOPE(".e"),
        BODY(".b");

        private final String suffix;

        Moment(String suffix) {
            this.suffix = suffix;
        }
    }
}
