// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ToolchainTest {
    @Test
    void tests_run_on_the_jdk_that_the_programs_ship_with() {
        assertEquals(25, Runtime.version().feature());
    }
}
