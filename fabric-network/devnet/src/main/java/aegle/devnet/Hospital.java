// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.record.MspId;

/**
 * An invented hospital with one peer. The first two are those of the practice network, so that the same tests find them.
 *
 * @param key what its nodes are named after: {@code peer-north}
 */
public record Hospital(String key, String displayName) {
    /** Its organization on the channel. */
    public MspId id() {
        return new MspId(Character.toUpperCase(key.charAt(0)) + key.substring(1) + "HospitalMSP");
    }

    /** What its keys are filed under. */
    String domain() {
        return key + ".example";
    }

    String peer() {
        return "peer-" + key;
    }

    String contract() {
        return "contract-" + key;
    }
}
