// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

/** Name of the channel, of the one contract on it, and of the hospital whose peer this is; fixed for the life of a data directory. */
public record ChannelNames(String channel, String contract, String mspId) {

    public ChannelNames {
        if (channel.isBlank() || contract.isBlank() || mspId.isBlank()) {
            throw new IllegalArgumentException("channel, contract and MSP need a name");
        }
    }
}
