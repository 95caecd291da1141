// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.record.MspId;
import java.util.regex.Pattern;

/**
 * An invented hospital with one peer. The first two are those of the practice network, so that the same tests find them.
 *
 * @param key what its nodes are named after: {@code peer-north}
 */
public record Hospital(String key, String displayName) {
    private static final Pattern KEY = Pattern.compile("[a-z]{2,20}");

    public Hospital {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a hospital's short name is 2 to 20 lower-case letters, not " + key);
        }
        if (displayName.isBlank()) {
            throw new IllegalArgumentException("a hospital has a name");
        }
    }

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

    /** The process of the contract's first version; also what the hospital's keys of the stores are called. */
    String contract() {
        return contract(1);
    }

    /** The process of the contract's first version; a later one has a process, and so a port, of its own. */
    String contract(int version) {
        return "contract-" + key + (version == 1 ? "" : "-" + version);
    }
}
