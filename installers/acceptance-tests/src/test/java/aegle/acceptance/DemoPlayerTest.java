// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import aegle.contract.PatientRecordContract;
import aegle.contract.PermissionPolicy;
import aegle.contract.WantedAccess;
import aegle.devnet.tool.MissingToolsException;
import aegle.embedded.NetworkParts;
import aegle.embedded.s3.StoreFault;
import aegle.record.codec.LedgerErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPlayerTest {
    @Test
    void the_main_job_holds_on_both_programs_windows(@TempDir Path folder) throws IOException {
        DemoReport report =
                play(folder, Staging.on(Trial.NETWORK, Clock.tickMillis(ZoneOffset.UTC), new SecureRandom()));

        assertEquals(
                Arrays.asList(Step.values()),
                report.steps().stream().map(DemoReport.StepResult::step).toList());
        assertTrue(report.allHeld(), () -> report.toString());
        assertEquals(3, report.documents().size());
        assertEquals(List.of(), report.refused());
    }

    @Test
    @EmbeddedOnly("takes a guard out of the contract")
    void a_contract_that_permits_everything_turns_the_play_red(@TempDir Path folder) throws IOException {
        PermissionPolicy everythingGoes = new PermissionPolicy() {
            @Override
            public Optional<LedgerErrorCode> refusal(WantedAccess wanted) {
                return Optional.empty();
            }
        };

        DemoReport report = play(
                folder,
                Staging.on(standard().withContract(settings -> new PatientRecordContract(settings, everythingGoes))));

        assertEquals(Optional.of(Step.STRANGER_DENIED), firstFailure(report));
    }

    @Test
    @EmbeddedOnly("lets a store lie")
    void a_store_that_serves_other_bytes_turns_the_play_red(@TempDir Path folder) throws IOException {
        var lying = new StoreFault() {
            @Override
            public InputStream sent(String key, InputStream stored) throws IOException {
                byte[] bytes = stored.readAllBytes();
                if (key.endsWith(".b")) {
                    bytes[bytes.length / 2] ^= 1;
                }
                return new ByteArrayInputStream(bytes);
            }
        };

        DemoReport report = play(folder, Staging.on(standard().withStoreFault(lying)));

        assertEquals(Optional.of(Step.DOCUMENTS_COUNTERSIGNED), firstFailure(report));
    }

    private static Optional<Step> firstFailure(DemoReport report) {
        return report.steps().stream()
                .filter(step -> !step.ok())
                .map(DemoReport.StepResult::step)
                .findFirst();
    }

    private static DemoReport play(Path folder, Staging staging) throws IOException {
        Path documents = DemoPlayer.samples(folder.resolve("samples"));
        try {
            return new DemoPlayer(staging, folder, new Gallery(Optional.empty())).play(documents);
        } catch (MissingToolsException e) {
            return abort(String.valueOf(e.getMessage()));
        }
    }

    private static NetworkParts standard() {
        return NetworkParts.standard(Clock.tickMillis(ZoneOffset.UTC), new SecureRandom());
    }
}
