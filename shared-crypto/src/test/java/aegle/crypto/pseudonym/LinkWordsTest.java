// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.pseudonym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LinkWordsTest {
    private static final Digest RECORD = Digest.sha256Of(new byte[] {1});

    @Test
    void the_word_list_is_the_published_one() {
        List<String> words = WordList.effLarge().words();

        assertEquals(WordList.SIZE, new HashSet<>(words).size());
        assertEquals("abacus", words.getFirst());
        assertEquals("zoom", words.getLast());
        assertEquals(
                "abae49761b88f3f1ba31ef944bea1f61b795a3cd7e1cfb7d276ed45bf77967ba",
                Digest.sha256Of(String.join("\n", words).getBytes(StandardCharsets.US_ASCII))
                        .hex());
    }

    @Test
    void the_words_are_the_last_six_digits_to_the_base_7776() {
        var one = new byte[32];
        one[31] = 1;
        assertEquals(
                List.of(0, 0, 0, 0, 0, 1), LinkWords.ofDigest(Digest.of(one)).numbers());

        var base = new byte[32];
        base[30] = 0x1e;
        base[31] = 0x60;
        assertEquals(
                List.of(0, 0, 0, 0, 1, 0), LinkWords.ofDigest(Digest.of(base)).numbers());
        assertEquals(
                List.of("abacus", "abacus", "abacus", "abacus", "abdomen", "abacus"),
                LinkWords.ofDigest(Digest.of(base)).words());
    }

    @Test
    void another_record_or_owner_key_has_other_words() {
        var words = LinkWords.of(RECORD, new byte[] {1});

        assertNotEquals(words.words(), LinkWords.of(RECORD, new byte[] {2}).words());
        assertNotEquals(
                words.words(),
                LinkWords.of(Digest.sha256Of(new byte[] {2}), new byte[] {1}).words());
        assertEquals(words, LinkWords.ofDigest(words.digest()));
    }

    @Test
    void typed_words_match_whatever_their_case_and_spacing() {
        var words = LinkWords.of(RECORD, new byte[] {1});

        assertTrue(words.matches(words.toString()));
        assertTrue(words.matches("  " + String.join(", ", words.words()).toUpperCase(Locale.ROOT) + "\n"));
    }

    @Test
    void missing_wrong_or_swapped_words_do_not_match() {
        var words = LinkWords.of(RECORD, new byte[] {1});
        String five = String.join(" ", words.words().subList(0, 5));

        assertFalse(words.matches(""));
        assertFalse(words.matches(five));
        assertFalse(words.matches(five + " zoom zoom"));
        assertFalse(words.matches(String.join(" ", words.words().reversed())));
    }
}
