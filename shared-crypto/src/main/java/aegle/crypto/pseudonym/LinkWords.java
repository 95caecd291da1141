// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.pseudonym;

import aegle.crypto.Digest;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Six words over a record's pseudonym and PKS_P, by which patient and clinician see that they mean the same record.
 *
 * <p>The words carry 77 bits of SHA-256(ID ‖ PKS_P); a QR code carries the whole {@link #digest()}. They are public, and
 * prove who a person is only when compared over a way that an impostor does not control.
 */
public final class LinkWords {
    public static final int COUNT = 6;

    private static final BigInteger BASE = BigInteger.valueOf(WordList.SIZE);

    private final Digest digest;
    private final List<Integer> numbers;

    private LinkWords(Digest digest) {
        this.digest = digest;
        var value = new BigInteger(1, digest.bytes());
        this.numbers = IntStream.rangeClosed(1, COUNT)
                .mapToObj(
                        place -> value.divide(BASE.pow(COUNT - place)).mod(BASE).intValueExact())
                .toList();
    }

    /** Computes the words of a record: its pseudonym and PKS_P as SubjectPublicKeyInfo. */
    public static LinkWords of(Digest recordId, byte[] ownerPublicKey) {
        return new LinkWords(Digest.sha256Of(recordId.bytes(), ownerPublicKey));
    }

    /** Computes the words of a digest that a QR code brought. */
    public static LinkWords ofDigest(Digest digest) {
        return new LinkWords(digest);
    }

    public Digest digest() {
        return digest;
    }

    /** Returns the words, most significant first. */
    public List<String> words() {
        return numbers.stream().map(WordList.effLarge()::word).toList();
    }

    /** Returns the places of the words in the list, 0 to 7775, to show beside them in other languages. */
    public List<Integer> numbers() {
        return numbers;
    }

    /** Tells whether these are the words that someone typed or read out; case, commas and spacing do not matter. */
    public boolean matches(String typed) {
        var typedWords = Arrays.asList(typed.strip().toLowerCase(Locale.ROOT).split("[\\s,;.]+", -1));
        return typedWords.stream().filter(word -> !word.isEmpty()).toList().equals(words());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkWords that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return words().stream().collect(Collectors.joining(" "));
    }
}
