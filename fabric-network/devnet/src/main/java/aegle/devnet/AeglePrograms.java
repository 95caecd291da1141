// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.contract.ContractProcess;
import aegle.embedded.PracticeNetwork;

/**
 * Which of Aegle's programs serve as nodes. Others than the standard ones stand in for them where a network is measured or tested.
 *
 * @param contract the main class of each hospital's contract process
 * @param practiceNetwork the main class of the embedded network
 */
public record AeglePrograms(Class<?> contract, Class<?> practiceNetwork) {

    /** What hospitals run. */
    public static AeglePrograms standard() {
        return new AeglePrograms(ContractProcess.class, PracticeNetwork.class);
    }
}
