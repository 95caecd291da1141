// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentMemoryTest {
    @ParameterizedTest
    @CsvSource({
        "orderer3,orderer",
        "peer-north,peer",
        "contract-hillside,contract",
        "store-2,store",
        "fabric-ca,fabric-ca",
        "embedded,embedded"
    })
    void nodes_of_one_kind_are_counted_together(String node, String kind) {
        assertEquals(kind, ResidentMemory.kind(node));
    }
}
