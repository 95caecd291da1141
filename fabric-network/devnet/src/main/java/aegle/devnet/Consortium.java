// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.record.MspId;
import java.util.List;
import java.util.stream.IntStream;

/** Who founds the network: four hospitals, four orderers, and the users' organization. Who is in it now is in the settings. */
final class Consortium {
    static final List<Hospital> FOUNDERS = List.of(
            new Hospital("north", "North Hospital"),
            new Hospital("lakeside", "Lakeside Cancer Center"),
            new Hospital("harbor", "Harbor University Hospital"),
            new Hospital("hillside", "Hillside Clinic"));
    static final List<Orderer> ORDERERS =
            IntStream.rangeClosed(1, 4).mapToObj(Orderer::new).toList();
    static final MspId MEMBERSHIP = new MspId("MembershipMSP");
    static final String CHANNEL = "records";
    static final String CONTRACT = "aegle";
    static final String REGION = "eu-central-1";
    static final String BUCKET = "aegle";
    static final List<String> STORES = List.of("store-1", "store-2");
    static final int OFFICERS_PER_HOSPITAL = 2;

    private Consortium() {}

    /** How many of them must endorse: a majority, whoever else is on the channel. */
    static int majority(int hospitals) {
        return hospitals / 2 + 1;
    }

    /** The contract's endorsement policy as the lifecycle commands take it. */
    static String endorsementPolicy(List<Hospital> hospitals) {
        var peers = hospitals.stream()
                .map(hospital -> "'" + hospital.id() + ".peer'")
                .toList();
        return "OutOf(" + majority(hospitals.size()) + "," + String.join(",", peers) + ")";
    }

    /** One orderer organization and its orderer. */
    record Orderer(int number) {
        String node() {
            return "orderer" + number;
        }

        String mspId() {
            return "Orderer" + number + "MSP";
        }

        String domain() {
            return node() + ".example";
        }
    }
}
