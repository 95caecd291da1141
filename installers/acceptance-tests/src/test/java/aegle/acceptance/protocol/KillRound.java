// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.protocol.Notes.Note;
import aegle.acceptance.protocol.RandomKills.Rhythm;
import aegle.clinician.desk.ClinicianSession;
import aegle.clinician.desk.NetworkDesk;
import aegle.clinician.desk.PatientDocument;
import aegle.devnet.Devnet;
import aegle.devnet.process.Node;
import aegle.embedded.PracticeHospital;
import aegle.record.MemberId;
import aegle.record.access.AccessKind;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.link.LinkWay;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.wallet.session.AllowedPermission;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.session.WalletSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A new patient; two clinicians add documents, a third reads, the patient allows her and stops it again; each of them, and each part of
 * the network, is killed at random instants. In the end everything that anybody was told must be so.
 */
final class KillRound {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final int SMALLEST = 2_000;
    private static final int LARGEST = 600_000;
    private static final List<String> ADDING = List.of("chen", "weber");
    /** Stands for people, who are not killed. */
    private static final String OFFICE = "office";

    private final Devnet network;
    private final ConnectionProfile profile;
    private final Path folder;
    private final long seed;
    private final int documents;
    private final int turns;
    private final Map<String, Path> sources = new HashMap<>();

    KillRound(Devnet network, Path folder, long seed, int documents, int turns) throws IOException {
        this.network = network;
        this.profile = ConnectionProfile.read(network.layout().profile());
        this.folder = Files.createDirectories(folder);
        this.seed = seed;
        this.documents = documents;
        this.turns = turns;
    }

    /** Returns how often what was killed. */
    Map<String, Integer> play() throws Exception {
        List<MemberId> members = join();
        MemberId chen = members.get(0);
        MemberId weber = members.get(1);
        MemberId duarte = members.get(2);
        letIn(Map.of("chen", chen, "weber", weber));
        Files.createDirectories(all());
        write("chen", new Random(seed));
        write("weber", new Random(seed + 1));

        Map<String, Integer> killed = work(duarte);

        try (WalletSession anna = DecidingPatient.session(program("anna"), profile)) {
            requireDocuments(anna);
            requirePermissions(anna, Set.of(chen, weber), duarte);
            requireReader(anna, duarte);
        }
        requireNothingSeenInVain();
        return killed;
    }

    private Map<String, Integer> work(MemberId duarte) throws Exception {
        Path profileFile = network.layout().profile();
        Path stop = folder.resolve("stop");
        var programs = new ArrayList<KilledProgram>();
        try {
            for (String who : ADDING) {
                programs.add(start(who, AddingClinician.class, profileFile, folder.resolve(who + "-sources"), stop));
            }
            programs.add(start("duarte", ReadingClinician.class, profileFile, all(), stop));
            programs.add(start("anna", DecidingPatient.class, profileFile, Path.of(duarte.hex()), stop));
            var ofPrograms = RandomKills.begin(programs, seed + 2, new Rhythm(turns, 100, 1800));
            var ofNodes = RandomKills.begin(nodes(), seed + 3, new Rhythm(turns, 300, 3000));
            Await.until(LONGEST, "all documents are added, and all were killed", () -> {
                programs.forEach(KilledProgram::requireWell);
                boolean killed = ofPrograms.haveAllHadTheirTurn();
                killed &= ofNodes.haveAllHadTheirTurn();
                return killed && ADDING.stream().allMatch(this::hasAddedAll);
            });
            var killed = new TreeMap<>(ofPrograms.end());
            killed.putAll(ofNodes.end());
            Await.until(
                    LONGEST,
                    "something is read while it may",
                    () -> !notes("duarte").of("opened").isEmpty());
            Files.createFile(stop);
            for (KilledProgram program : programs) {
                program.awaitEnd(LONGEST);
            }
            return killed;
        } finally {
            programs.forEach(KilledProgram::abandon);
        }
    }

    private boolean hasAddedAll(String who) {
        return notes(who).of("added").size() >= documents;
    }

    private KilledProgram start(String who, Class<?> main, Path profileFile, Path... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                program(who).toString(),
                profileFile.toString(),
                notes(who).file().toString()));
        for (Path each : more) {
            arguments.add(each.toString());
        }
        return new KilledProgram(who, folder, notes(who), main, arguments.toArray(String[]::new));
    }

    private List<KilledNode> nodes() {
        return network.nodes().stream()
                .filter(node -> !node.name().equals(OFFICE))
                .map(KilledNode::new)
                .toList();
    }

    private List<MemberId> join() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var joining = executor.invokeAll(List.<Callable<MemberId>>of(
                    () -> join("chen", new ProfessionalData("Dr. Maya Chen", "1234567893", "2085R0001X")),
                    () -> join("weber", new ProfessionalData("Dr. Tom Weber", "2345123675", "2085R0001X")),
                    () -> join("duarte", new ProfessionalData("Dr. Ines Duarte", "1122334455", "2085R0001X"))));
            var members = new ArrayList<MemberId>();
            for (Future<MemberId> joined : joining) {
                members.add(joined.get());
            }
            return members;
        }
    }

    private MemberId join(String who, ProfessionalData professional) throws Exception {
        try (ClinicianSession session = UploadingClinician.session(Files.createDirectories(program(who)), profile)) {
            var application = session.apply(PracticeHospital.NORTH.id(), professional);
            Await.until(LIMIT, "two officers attest " + who, session::joins);
            return application.member();
        }
    }

    private void letIn(Map<String, MemberId> adding) throws Exception {
        Files.createDirectories(program("anna"));
        try (WalletSession anna = DecidingPatient.session(program("anna"), profile)) {
            anna.openRecord();
            for (var clinician : adding.entrySet()) {
                Member member = anna.findClinicians("").stream()
                        .filter(found -> found.id().equals(clinician.getValue()))
                        .findFirst()
                        .orElseThrow();
                Instant now = Participants.CLOCK.instant();
                anna.allow(
                        member,
                        new PermissionScope(
                                Set.of(Right.READ, Right.WRITE),
                                Set.of(DocumentCategory.values()),
                                List.of(),
                                new ValidityPeriod(now.minusSeconds(1), now.plus(Duration.ofDays(30))),
                                Optional.empty()));
                try (ClinicianSession session = UploadingClinician.session(program(clinician.getKey()), profile)) {
                    NetworkDesk desk = session.desk();
                    Await.until(
                            LIMIT,
                            "her permission is seen",
                            () -> !desk.patients().records().isEmpty());
                    desk.confirmIdentity(
                            desk.patients().records().getFirst(),
                            anna.linkWords().toString(),
                            "N-4711",
                            LinkWay.WORDS_IN_PERSON);
                }
            }
        }
    }

    /** What she will add; everybody else finds a copy by its name. */
    private void write(String who, Random random) throws IOException {
        Path own = Files.createDirectories(folder.resolve(who + "-sources"));
        for (int i = 1; i <= documents; i++) {
            var content = new byte[SMALLEST + random.nextInt(LARGEST - SMALLEST)];
            random.nextBytes(content);
            String name = String.format("%s-%03d.pdf", who, i);
            Files.write(own.resolve(name), content);
            sources.put(name, Files.write(all().resolve(name), content));
        }
    }

    private Path all() {
        return folder.resolve("sources");
    }

    private Path program(String who) {
        return folder.resolve(who);
    }

    private Notes notes(String who) {
        return new Notes(folder.resolve(who + ".notes"));
    }

    /** Each file is there, whole, verified and once: none is missing, none doubled, none half there, also not in the history. */
    private void requireDocuments(WalletSession anna) throws SharingException {
        List<HeldDocument> held = anna.documents();
        var found = new HashSet<String>();
        for (HeldDocument document : held) {
            assertEquals(Optional.empty(), document.listed().failure());
            assertTrue(document.signed(), "signed by whoever added it");
            try (var opened = anna.open(document.entry(), TransferProgress.none())) {
                ReadingClinician.requireWhole(all(), opened.name(), opened.content());
                assertTrue(found.add(opened.name()), () -> "twice in the record: " + opened.name());
            }
        }
        assertEquals(sources.keySet(), found);
        for (String who : ADDING) {
            assertEquals(documents, notes(who).of("added").size());
        }
        assertEquals(
                sources.size(),
                anna.activity().events().stream()
                        .filter(seen -> seen.event().kind() == AccessKind.UPLOAD)
                        .count());
    }

    /** What she allowed is allowed, what she stopped is stopped, what failed never came, and nothing is there twice. */
    private void requirePermissions(WalletSession anna, Set<MemberId> adding, MemberId duarte) throws SharingException {
        Notes acts = notes("anna");
        var byNumber = new HashMap<String, Permission>();
        var still = new HashSet<MemberId>();
        for (AllowedPermission allowed : anna.permissions()) {
            Permission permission = allowed.permission();
            if (permission.grantee().equals(duarte)) {
                String number = DecidingPatient.number(permission);
                assertEquals(Optional.empty(), Optional.ofNullable(byNumber.put(number, permission)), "allowed twice");
                assertTrue(acts.when("allowing", number).isPresent(), "nobody has allowed this");
                assertTrue(acts.when("failed", number).isEmpty(), "was said to have failed");
            } else {
                assertFalse(permission.isRevoked(), "nobody has stopped this");
                still.add(permission.grantee());
            }
        }
        assertEquals(adding, still);
        for (Note allowed : acts.of("allowed")) {
            boolean stopped = acts.when("stopped", allowed.thing()).isPresent();
            Permission permission = Optional.ofNullable(byNumber.get(allowed.thing()))
                    .orElseThrow(() -> new AssertionError("lost permission " + allowed.thing()));
            assertTrue(!stopped || permission.isRevoked(), () -> "revived permission " + allowed.thing());
        }
        assertEquals(
                List.of(acts.all().getLast().thing()),
                byNumber.entrySet().stream()
                        .filter(each -> !each.getValue().isRevoked())
                        .map(Map.Entry::getKey)
                        .toList(),
                "only the last one counts");
    }

    /** The third clinician, allowed at last, opens all of them; stopped, none. */
    private void requireReader(WalletSession anna, MemberId duarte) throws Exception {
        try (ClinicianSession session = UploadingClinician.session(program("duarte"), profile)) {
            NetworkDesk desk = session.desk();
            GrantedRecord record = desk.patients().records().getFirst();
            List<PatientDocument> shown = UploadingClinician.shown(desk, record);
            assertEquals(sources.size(), shown.size());
            for (PatientDocument document : shown) {
                var read = desk.open(record, document.entry(), TransferProgress.none());
                ReadingClinician.requireWhole(all(), read.fileName(), read.content());
            }
            Permission last = DecidingPatient.live(anna, duarte).orElseThrow();
            assertTrue(anna.stop(last).isRevoked());
            Await.until(LIMIT, "she is told", () -> desk.patients().records().isEmpty());
            assertThrows(
                    AccessDeniedException.class,
                    () -> desk.open(record, shown.getFirst().entry(), TransferProgress.none()));
        }
    }

    /** Whatever the reader was permitted, she was permitted between an allowance and its end. */
    private void requireNothingSeenInVain() {
        Notes acts = notes("anna");
        Map<String, Instant> begun = new HashMap<>();
        for (Note note : notes("duarte").all()) {
            if (note.event().equals("opening")) {
                begun.put(note.thing(), note.time());
            } else if (note.event().equals("opened")) {
                Instant from = begun.getOrDefault(note.thing(), Instant.MAX);
                assertTrue(
                        acts.of("allowing").stream()
                                .anyMatch(allowing -> allowing.time().isBefore(note.time())
                                        && acts.when("stopped", allowing.thing())
                                                .orElse(Instant.MAX)
                                                .isAfter(from)),
                        () -> "a document was opened at " + note.time() + ", and nothing allowed it");
            }
        }
    }

    private int added() {
        return ADDING.stream().mapToInt(who -> notes(who).of("added").size()).sum();
    }

    private final class KilledNode implements RandomKills.Victim {
        private final Node node;
        private int addedBefore;

        KilledNode(Node node) {
            this.node = node;
        }

        @Override
        public String name() {
            return node.name();
        }

        @Override
        public void kill() throws IOException {
            node.kill();
        }

        @Override
        public void start() throws IOException {
            node.start();
            addedBefore = added();
        }

        /** All documents added is all that there is to achieve. */
        @Override
        public boolean hasWorked() {
            return added() > addedBefore || added() == ADDING.size() * documents;
        }
    }
}
