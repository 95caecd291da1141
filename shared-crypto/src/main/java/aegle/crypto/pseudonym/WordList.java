// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.pseudonym;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The EFF large word list: 7776 English words, five dice each. */
final class WordList {
    static final int SIZE = 7776;

    private static final WordList EFF_LARGE = new WordList(load("eff_large_wordlist.txt"));

    private final List<String> words;

    private WordList(List<String> words) {
        if (words.size() != SIZE) {
            throw new IllegalStateException("the word list has " + words.size() + " words");
        }
        this.words = words;
    }

    static WordList effLarge() {
        return EFF_LARGE;
    }

    String word(int number) {
        return words.get(number);
    }

    List<String> words() {
        return words;
    }

    private static List<String> load(String resource) {
        try (InputStream list = WordList.class.getResourceAsStream(resource)) {
            if (list == null) {
                throw new IllegalStateException("the program was built without " + resource);
            }
            return new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
