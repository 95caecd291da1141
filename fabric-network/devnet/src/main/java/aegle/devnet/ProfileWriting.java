// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Writes the connection profile: how programs find this network, and which roots they trust there. */
final class ProfileWriting {
    /** What both programs' status line shows. */
    static final String NAME = "Fabric network on this computer";

    private final DevnetLayout layout;
    private final NetworkSettings settings;
    private final Foundation foundation;

    ProfileWriting(DevnetLayout layout, NetworkSettings settings, Foundation foundation) {
        this.layout = layout;
        this.settings = settings;
        this.foundation = foundation;
    }

    ConnectionProfile write() throws IOException {
        var profile = new ConnectionProfile(
                NAME,
                NetworkKind.FABRIC,
                foundation.networkId().hex(),
                Consortium.CHANNEL,
                Consortium.CONTRACT,
                peers(),
                new ConnectionProfile.Membership(
                        Consortium.MEMBERSHIP.value(),
                        "https://" + settings.address(JavaNodes.MEMBERSHIP),
                        Files.readString(TlsFiles.root(layout))),
                List.of(Files.readString(foundation.membershipRoot())),
                stores());
        profile.write(layout.profile());
        return profile;
    }

    private List<ConnectionProfile.Peer> peers() throws IOException {
        var peers = new ArrayList<ConnectionProfile.Peer>();
        for (Hospital hospital : settings.members()) {
            peers.add(peer(hospital));
        }
        return peers;
    }

    ConnectionProfile.Peer peer(Hospital hospital) throws IOException {
        var tlsRoot = layout.peerTlsRoot(hospital);
        return new ConnectionProfile.Peer(
                hospital.id().value(),
                hospital.displayName(),
                settings.address(hospital.peer()),
                Files.readString(tlsRoot));
    }

    private List<ConnectionProfile.Store> stores() throws IOException {
        var stores = new ArrayList<ConnectionProfile.Store>();
        for (String store : Consortium.STORES) {
            stores.add(new ConnectionProfile.Store(
                    store,
                    StoreNodes.endpoint(settings, store),
                    Consortium.REGION,
                    Consortium.BUCKET,
                    Files.readString(TlsFiles.root(layout))));
        }
        return stores;
    }
}
