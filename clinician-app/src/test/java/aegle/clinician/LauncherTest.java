// SPDX-License-Identifier: Apache-2.0
package aegle.clinician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void an_unknown_option_is_answered_with_one_sentence_that_has_the_known_ones() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Launcher.class.getName(),
                        "--color",
                        "red")
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(2, program.waitFor());
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("--color") && said.contains("--documents FOLDER"), said);
    }
}
