// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All choices of one lane: the same seed makes the same choices, keys and numbers. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** True once in so many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of them, at least one, in their order. */
    <T> List<T> some(List<T> choices) {
        var some = new ArrayList<T>();
        for (T choice : choices) {
            if (random.nextBoolean()) {
                some.add(choice);
            }
        }
        return some.isEmpty() ? List.of(oneOf(choices)) : some;
    }

    Bytes bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    Bytes number() {
        return bytes(16);
    }

    SigningKeyPair signingKey() {
        return SigningKeyPair.ofScalar(bytes(SigningKeyPair.SCALAR_LENGTH).toByteArray());
    }
}
