// SPDX-License-Identifier: Apache-2.0
package aegle.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {
    private static final Path HOME = Path.of("home");

    @Test
    void the_wallet_lives_in_the_users_folder_unless_told_otherwise() {
        assertEquals(
                new LaunchOptions(HOME.resolve(".aegle").resolve("wallet"), Optional.empty()),
                LaunchOptions.of(List.of(), HOME));
    }

    @Test
    void folder_and_profile_are_taken_from_the_options() {
        assertEquals(
                new LaunchOptions(Path.of("d"), Optional.of(Path.of("p.json"))),
                LaunchOptions.of(List.of("--profile", "p.json", "--data", "d"), HOME));
    }

    @Test
    void an_unknown_option_is_named() {
        var failure =
                assertThrows(IllegalArgumentException.class, () -> LaunchOptions.of(List.of("--color", "red"), HOME));
        assertTrue(String.valueOf(failure.getMessage()).contains("--color"));
    }

    @Test
    void an_option_without_its_value_is_named() {
        var failure = assertThrows(IllegalArgumentException.class, () -> LaunchOptions.of(List.of("--data"), HOME));
        assertTrue(String.valueOf(failure.getMessage()).contains("--data"));
    }
}
