// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.embedded.NetworkParts;
import java.io.IOException;
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
        DemoReport report = play(folder, standard());

        assertEquals(
                Arrays.asList(Step.values()),
                report.steps().stream().map(DemoReport.StepResult::step).toList());
        assertTrue(report.allHeld(), () -> report.toString());
        assertEquals(3, report.documents().size());
        assertEquals(List.of(), report.refused());
    }

    private static DemoReport play(Path folder, NetworkParts parts) throws IOException {
        Path documents = DemoPlayer.samples(folder.resolve("samples"));
        return new DemoPlayer(parts, folder, new Gallery(Optional.empty())).play(documents);
    }

    private static NetworkParts standard() {
        return NetworkParts.standard(Clock.tickMillis(ZoneOffset.UTC), new SecureRandom());
    }
}
