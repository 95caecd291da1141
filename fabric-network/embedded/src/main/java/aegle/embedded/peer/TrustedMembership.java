// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who may speak to the channel: the root certificates of each organization, and a test for certificates that were
 * revoked since. The test is asked at every request and from several threads.
 */
public record TrustedMembership(Map<String, List<X509Certificate>> roots, Predicate<X509Certificate> revoked) {

    public TrustedMembership {
        roots = Map.copyOf(roots);
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("a channel needs at least one organization");
        }
    }
}
