// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.node;

import aegle.membership.ca.InProcessCertificateAuthority;
import aegle.record.MspId;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** The users' certificate authority, as the environment says where it is. */
public final class UsersAuthority {
    private UsersAuthority() {}

    /** Open it. */
    public static InProcessCertificateAuthority open(Map<String, String> variables, Clock clock, SecureRandom random)
            throws IOException {
        var environment = new NodeEnvironment(variables);
        return InProcessCertificateAuthority.open(
                environment.path("AEGLE_CA_FOLDER"), new MspId("MembershipMSP"), clock, random);
    }
}
