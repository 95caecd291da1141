// SPDX-License-Identifier: Apache-2.0
package aegle.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.desktop.testkit.Bundles;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void german_says_everything_that_english_says() {
        assertEquals(List.of(), Bundles.problems("aegle.wallet.texts", Locale.GERMAN));
    }
}
