// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/** Measured values, in any order. */
record Sample(List<Double> values) {
    private static final double HALF = 0.5;
    private static final double MOST = 0.95;

    Sample {
        values = values.stream().sorted().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    /** Each value beside the one of the same round: what slows the machine for a while slows a whole round. */
    static Sample ofRatios(List<Double> values, List<Double> others) {
        return new Sample(IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) / others.get(i))
                .toList());
    }

    /** The smallest value that at least this part of all values does not exceed (nearest rank). */
    double percentile(double part) {
        if (part <= 0 || part > 1) {
            throw new IllegalArgumentException("a part is above 0 and at most 1, not " + part);
        }
        return values.get((int) Math.ceil(part * values.size()) - 1);
    }

    double median() {
        return percentile(HALF);
    }

    double p95() {
        return percentile(MOST);
    }
}
