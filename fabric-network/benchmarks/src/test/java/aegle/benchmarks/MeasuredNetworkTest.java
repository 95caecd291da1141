// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.benchmarks.contract.DoNothing;
import aegle.benchmarks.contract.MeasuredContract;
import aegle.benchmarks.contract.SameTraffic;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.NetworkParts;
import aegle.embedded.PracticeOffice;
import aegle.record.Bytes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class MeasuredNetworkTest {
    /** So that what the benchmarks measure does work, long before anybody measures. */
    @Test
    void the_contract_and_those_measured_beside_it_answer(@TempDir Path folder) throws Exception {
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        var random = new SecureRandom();
        var parts = NetworkParts.standard(clock, random).withContract(MeasuredContract::new);
        try (var network = EmbeddedNetwork.start(folder.resolve("network"), parts);
                var _ = PracticeOffice.open(network.profile(), network.officers(), clock, random);
                var clinic = InventedClinic.open(network.profile(), folder.resolve("clinic"))) {
            var ledger = clinic.ledgers().getFirst();

            assertEquals(new DoNothing.Done(), ledger.submit(new DoNothing()));
            assertEquals(new DoNothing.Done(), ledger.submit(new SameTraffic(Bytes.empty())));
            assertEquals(new DoNothing.Done(), ledger.submit(new SameTraffic(Bytes.of((byte) 1))));
            assertTrue(ledger.submit(clinic.opening()).isPermitted());
            clinic.forget();
            assertDoesNotThrow((Executable) clinic::open);
        }
    }
}
