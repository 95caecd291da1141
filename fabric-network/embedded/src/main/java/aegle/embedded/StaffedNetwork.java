// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.sharing.ConnectionProfile;
import java.util.List;

/** A running network with its invented officers at hand, as practice, tests and players need it; closing stops it. */
public interface StaffedNetwork extends AutoCloseable {

    /** How programs find this network. */
    ConnectionProfile profile();

    /** The invented officers, at least two of each hospital, the first hospital's first. */
    List<OfficerKeys> officers();

    @Override
    void close();
}
