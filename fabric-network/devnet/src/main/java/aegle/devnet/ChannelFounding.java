// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.process.Together;
import java.io.IOException;

/**
 * Brings orderers and peers onto the channel and the contract onto the peers. Every step asks first whether it was done, so it goes
 * on after an interruption; what fails because others are not there yet is repeated.
 */
final class ChannelFounding {
    private final NetworkSettings settings;
    private final Administrators administrators;
    private final ContractLifecycle lifecycle;

    ChannelFounding(NetworkSettings settings, Administrators administrators, ContractLifecycle lifecycle) {
        this.settings = settings;
        this.administrators = administrators;
        this.lifecycle = lifecycle;
    }

    void run() throws IOException {
        int version = settings.contractVersion();
        Together.each(Consortium.ORDERERS, administrators::join);
        Together.each(Consortium.FOUNDERS, hospital -> {
            administrators.join(hospital);
            lifecycle.install(hospital, version);
        });
        lifecycle.agree(version, Consortium.FOUNDERS);
    }
}
