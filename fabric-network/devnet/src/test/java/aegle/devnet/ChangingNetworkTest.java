// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.ledger.FabricRecordLedger;
import aegle.devnet.process.Wait;
import aegle.devnet.tool.FabricTools;
import aegle.embedded.OfficerKeys;
import aegle.record.call.MemberCalls.ListHospitalMembers;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What changes a running network, while somebody works on it. Needs Fabric on PATH; otherwise all of it is skipped and says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangingNetworkTest {
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Hospital RIVERSIDE = new Hospital("riverside", "Riverside Hospital");

    private Path folder;
    private FabricTools tools;
    private FabricDevnet devnet;
    private InventedPatient anna;

    @BeforeAll
    void found_a_network(@TempDir Path temporary) throws Exception {
        tools = FabricInstallation.required();
        folder = temporary;
        devnet = (FabricDevnet) Devnet.at(folder.resolve("network"), NetworkKind.FABRIC);
        devnet.upWithoutOffice();
        anna = new InventedPatient(profile(), folder.resolve("anna"));
        anna.keep("first.txt", "the first note");
    }

    @AfterAll
    void stop_it() throws IOException {
        if (anna != null) {
            anna.close();
        }
        if (devnet != null) {
            devnet.down();
        }
    }

    private ConnectionProfile profile() throws IOException {
        return ConnectionProfile.read(devnet.layout().profile());
    }

    private void kill(String node) throws IOException {
        devnet.node(node).orElseThrow().kill();
    }

    private void start(String node) throws IOException {
        devnet.node(node).orElseThrow().start();
    }

    @Test
    void a_fifth_hospital_joins_and_leaves_while_a_patient_works() throws Exception {
        assertThrows(IOException.class, () -> devnet.leave(Consortium.FOUNDERS.getFirst()));
        try (var work = KeptNotes.by(anna, "joining")) {
            devnet.join(RIVERSIDE);
            awaitMore(work);
            assertEquals(List.of(), work.failures(), work::toString);
        }
        assertEquals("RiversideHospitalMSP", profile().peers().getLast().mspId());
        its_peer_answers_and_endorses();
        its_officers_are_in_office();
        its_administrator_reads_blocks_at_north(true);

        var riverside = profile().peers().getLast();
        var key = StoreKey.ofContract(devnet.settings(), RIVERSIDE, "store-1");
        try (var trial = new KeyTrial(devnet.layout(), devnet.settings(), "store-1", key)) {
            trial.requireOnlyGetAndPut("o/riverside.b");
        }
        try (var work = KeptNotes.by(anna, "leaving")) {
            devnet.leave(RIVERSIDE);
            awaitMore(work);
            assertEquals(List.of(), work.failures(), work::toString);
        }
        assertFalse(profile().peers().contains(riverside));
        assertEquals(Optional.empty(), devnet.node("peer-riverside"));
        its_administrator_reads_blocks_at_north(false);
        its_officers_are_out_of_office();
        try (var trial = new KeyTrial(devnet.layout(), devnet.settings(), "store-1", key)) {
            trial.requireNothing("o/riverside.b");
        }
        kill("peer-lakeside");
        try {
            anna.keep("after.txt", "three of the four are enough again");
            assertEquals("three of the four are enough again", anna.read("after.txt"));
        } finally {
            start("peer-lakeside");
        }
    }

    private static void awaitMore(KeptNotes work) throws IOException {
        int before = work.notes();
        Wait.until(LIMIT, () -> work.notes() > before + 2 ? Optional.empty() : Optional.of("no more notes: " + work));
    }

    /** With two others gone, three of five are exactly the two that are left and this one; and programs reach only this one. */
    private void its_peer_answers_and_endorses() throws Exception {
        kill("peer-north");
        kill("peer-lakeside");
        try (var bertil = new InventedPatient(only("RiversideHospitalMSP"), folder.resolve("bertil"))) {
            bertil.keep("note.txt", "by the fifth");
            assertEquals("by the fifth", bertil.read("note.txt"));
        } finally {
            start("peer-north");
            start("peer-lakeside");
        }
    }

    private ConnectionProfile only(String mspId) throws IOException {
        var profile = profile();
        return new ConnectionProfile(
                profile.name(),
                profile.kind(),
                profile.networkId(),
                profile.channel(),
                profile.contract(),
                profile.peers().stream()
                        .filter(peer -> peer.mspId().equals(mspId))
                        .toList(),
                profile.membership(),
                profile.membershipRoots(),
                profile.stores());
    }

    private void its_officers_are_in_office() throws Exception {
        List<OfficerKeys> officers = devnet.foundation().officers(List.of(RIVERSIDE));
        try {
            assertEquals(2, officers.size());
            for (OfficerKeys officer : officers) {
                assertEquals(List.of(), membersSeenBy(officer));
            }
        } finally {
            officers.forEach(OfficerKeys::close);
        }
    }

    private List<?> membersSeenBy(OfficerKeys officer) throws IOException, SharingException {
        try (var ledger = new FabricRecordLedger(profile(), officer.certificate(), officer.key(), CLOCK)) {
            return ledger.evaluate(new ListHospitalMembers(10, "")).members();
        }
    }

    private void its_officers_are_out_of_office() throws Exception {
        List<OfficerKeys> officers = devnet.foundation().officers(List.of(RIVERSIDE));
        try {
            for (OfficerKeys officer : officers) {
                assertThrows(LedgerRefusalException.class, () -> membersSeenBy(officer));
            }
        } finally {
            officers.forEach(OfficerKeys::close);
        }
    }

    private void its_administrator_reads_blocks_at_north(boolean allowed) throws Exception {
        var north = profile().peers().getFirst();
        try (var administrator = PeerAccess.ofAdministrator(north, devnet.layout(), RIVERSIDE)) {
            Wait.until(LIMIT, () -> {
                String answer = administrator.answer(PeerAccess.SYSTEM_CALLS.getFirst());
                return answer.isEmpty() == allowed ? Optional.empty() : Optional.of("north says: " + answer);
            });
        }
    }

    @Test
    void the_next_version_of_the_contract_comes_while_a_patient_works() throws Exception {
        try (var work = KeptNotes.by(anna, "upgrading")) {
            devnet.upgradeContract();
            awaitMore(work);
            assertEquals(List.of(), work.failures(), work::toString);
        }

        assertEquals(Optional.empty(), devnet.node("contract-north"));
        assertTrue(devnet.node("contract-north-2").orElseThrow().running().isPresent());
        assertEquals("the first note", anna.read("first.txt"));
        devnet.down();
        devnet.upWithoutOffice();
        assertEquals("the first note", anna.read("first.txt"));
    }

    @Test
    void a_peer_comes_back_from_its_backup_and_from_nothing() throws Exception {
        Path data = devnet.layout().node("peer-hillside").resolve("data");
        Path backup = folder.resolve("backup");
        stop("peer-hillside");
        copy(data, backup);
        start("peer-hillside");
        anna.keep("later.txt", "later than the backup");

        kill("peer-hillside");
        delete(data);
        copy(backup, data);
        start("peer-hillside");
        hillside_endorses("restored.txt");

        kill("peer-hillside");
        delete(data);
        start("peer-hillside");
        devnet.join(Consortium.FOUNDERS.getLast());
        hillside_endorses("anew.txt");
    }

    private void stop(String node) throws IOException {
        devnet.node(node).orElseThrow().terminate();
        devnet.node(node).orElseThrow().awaitEnd();
    }

    /** It has caught up, and without one of the others three of four need it. */
    private void hillside_endorses(String name) throws Exception {
        Hospital hillside = Consortium.FOUNDERS.getLast();
        new Administrators(devnet.layout(), devnet.settings(), tools)
                .awaitCaughtUp(hillside, Consortium.FOUNDERS.getFirst());
        kill("peer-lakeside");
        try {
            anna.keep(name, "with hillside");
            assertEquals("with hillside", anna.read(name));
        } finally {
            start("peer-lakeside");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
