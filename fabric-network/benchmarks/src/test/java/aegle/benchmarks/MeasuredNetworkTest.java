// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.benchmarks.contract.DoNothing;
import aegle.benchmarks.contract.MeasuredContract;
import aegle.benchmarks.contract.SameTraffic;
import aegle.benchmarks.store.BareStore;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.NetworkParts;
import aegle.embedded.PracticeOffice;
import aegle.record.Bytes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** So that what the benchmarks measure does work, long before anybody measures. */
class MeasuredNetworkTest {
    @TempDir
    private static Path folder;

    private static EmbeddedNetwork network;
    private static PracticeOffice office;
    private static InventedClinic clinic;

    @BeforeAll
    static void found() throws Exception {
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        var random = new SecureRandom();
        var parts = NetworkParts.standard(clock, random).withContract(MeasuredContract::new);
        network = EmbeddedNetwork.start(folder.resolve("network"), parts);
        office = PracticeOffice.open(network.profile(), network.officers(), clock, random);
        clinic = InventedClinic.open(network.profile(), folder.resolve("clinic"));
    }

    @AfterAll
    static void end() {
        clinic.close();
        office.close();
        network.close();
    }

    @Test
    void the_contract_and_those_measured_beside_it_answer() throws Exception {
        var ledger = clinic.ledgers().getFirst();

        assertEquals(new DoNothing.Done(), ledger.submit(new DoNothing()));
        assertEquals(new DoNothing.Done(), ledger.submit(new SameTraffic(Bytes.empty())));
        assertEquals(new DoNothing.Done(), ledger.submit(new SameTraffic(Bytes.of((byte) 1))));
        assertTrue(ledger.submit(clinic.opening()).isPermitted());
        clinic.forget();
        assertDoesNotThrow((Executable) clinic::open);
    }

    @Test
    void a_ledger_is_filled_with_copies_that_are_listed() throws Exception {
        int before = clinic.listAll();
        clinic.fillRecord(12);
        clinic.fillLedger(3);

        assertEquals(before + 11, clinic.listAll());
        assertEquals(10, clinic.listNewest());
        assertDoesNotThrow((Executable) clinic::open);
    }

    @Test
    void a_document_goes_by_the_gate_and_past_it() throws Exception {
        byte[] content = clinic.noise(1000);
        clinic.upload(clinic.draft(content));
        assertArrayEquals(content, clinic.openUploaded());

        var settings = folder.resolve("network").resolve("network.properties");
        var bare = BareStore.of(network.profile().stores().getFirst(), settings);
        bare.put("bare", content);
        assertArrayEquals(content, bare.get("bare"));
    }
}
