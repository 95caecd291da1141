// SPDX-License-Identifier: Apache-2.0

package aegle.fuzzing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run of every build: what is kept is read again, and then some thousand inputs made of it, always the same. */
@Timeout(120)
class KeptCorpusTest {
    private static final int SEED = 20261127;

    @ParameterizedTest
    @EnumSource
    void kept_inputs_are_read_or_refused_as_promised(Parser parser) throws Exception {
        var bounds = new Bounds(parser);
        List<byte[]> kept = KeptCorpus.of(parser).inputs();

        long accepted = kept.stream().filter(input -> reads(bounds, input)).count();

        assertTrue(accepted > 0, "nothing is accepted, so nothing behind the first check is met");
        assertTrue(accepted < kept.size(), "nothing is refused");
    }

    @ParameterizedTest
    @EnumSource
    void inputs_made_of_kept_ones_are_read_or_refused_as_promised(Parser parser) throws Exception {
        var bounds = new Bounds(parser);
        var mutation = new Mutation(KeptCorpus.of(parser).inputs(), SEED);
        boolean allAccepted = true;
        for (int i = 0; i < parser.shortRun(); i++) {
            allAccepted &= reads(bounds, mutation.next());
        }

        assertFalse(allAccepted);
    }

    /** Whatever goes wrong, the input is named, so that it can be kept. */
    private static boolean reads(Bounds bounds, byte[] input) {
        try {
            return bounds.accepts(input);
        } catch (Throwable broken) {
            throw new AssertionError("breaks on " + HexFormat.of().formatHex(input), broken);
        }
    }
}
