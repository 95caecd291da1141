// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldPartsTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void what_was_opened_is_closed_again_when_the_next_part_cannot_be_opened() {
        try (var parts = new HeldParts()) {
            parts.hold("keys", closed::add);
            parts.hold("memory", closed::add);
        }
        assertEquals(List.of("memory", "keys"), closed);
    }

    @Test
    void what_was_handed_over_stays_open_until_its_new_holder_closes_it() {
        HeldParts session;
        try (var parts = new HeldParts()) {
            parts.hold("keys", closed::add);
            parts.hold("memory", closed::add);
            session = parts.handOver();
        }
        assertEquals(List.of(), closed);
        session.close();
        session.close();
        assertEquals(List.of("memory", "keys"), closed);
    }

    @Test
    void a_part_that_cannot_be_closed_does_not_keep_the_keys() {
        try (var parts = new HeldParts()) {
            parts.hold("keys", closed::add);
            parts.hold("ledger", part -> {
                throw new IllegalStateException(part);
            });
        }
        assertEquals(List.of("keys"), closed);
    }
}
