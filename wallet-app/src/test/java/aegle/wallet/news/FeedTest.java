// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.news;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.testkit.TestBackground;
import aegle.wallet.session.Wallet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedTest {
    @Test
    void a_locked_wallet_leaves_what_is_known_and_is_no_failure() {
        try (TestBackground background = new TestBackground()) {
            var feed = new Feed<List<String>>("read", new Wallet(background.tasks()), session -> List.of("new"));
            feed.set(List.of("old"));
            background.tasks().onWindowThread(feed::refresh);
            background.awaitIdle();
            assertEquals(Optional.of(List.of("old")), feed.valueProperty().get());
            assertTrue(feed.failureProperty().get().isEmpty());
            assertFalse(feed.readingProperty().get());
        }
    }
}
