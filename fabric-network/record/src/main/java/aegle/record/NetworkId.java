// SPDX-License-Identifier: Apache-2.0

package aegle.record;

/** The network that a signature is meant for: SHA-256 of the channel's serialized genesis block. */
public record NetworkId(Bytes value) {
    public static final int LENGTH = 32;

    public NetworkId {
        value.requireLength(LENGTH, "NetworkId");
    }

    public static NetworkId of(byte... bytes) {
        return new NetworkId(Bytes.of(bytes));
    }

    public static NetworkId ofHex(String hex) {
        return new NetworkId(Bytes.ofHex(hex));
    }

    public String hex() {
        return value.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
