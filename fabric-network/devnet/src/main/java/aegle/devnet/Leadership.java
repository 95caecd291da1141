// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.Consortium.Orderer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/** Which orderer leads the channel, by the orderers' own metrics; those know it as of the latest block. */
final class Leadership {
    private static final String LEADS = "consensus_BFT_is_leader{channel=\"" + Consortium.CHANNEL + "\"} 1";
    private static final int MILLISECONDS = 2000;

    private final NetworkSettings settings;

    Leadership(NetworkSettings settings) {
        this.settings = settings;
    }

    /** The only one that says so of itself; nobody while the leader changes. */
    Optional<Orderer> leader() throws IOException {
        var leading = new ArrayList<Orderer>();
        for (Orderer orderer : Consortium.ORDERERS) {
            if (metrics(orderer).contains(LEADS)) {
                leading.add(orderer);
            }
        }
        return leading.size() == 1 ? Optional.of(leading.getFirst()) : Optional.empty();
    }

    private String metrics(Orderer orderer) throws IOException {
        var address = "http://" + settings.address(orderer.node() + "-operations") + "/metrics";
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(MILLISECONDS);
        connection.setReadTimeout(MILLISECONDS);
        try (var answer = connection.getInputStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
