// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Everything that one development peer needs to know before it starts.
 *
 * <p>The contract server need not run yet: the peer dials it when the first proposal arrives, and again after it was
 * restarted.
 */
public record PeerSettings(
        Path dataDirectory,
        PeerEndpoint endpoint,
        ChannelNames names,
        InetSocketAddress contractServer,
        TrustedMembership membership) {}
