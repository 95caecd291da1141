// SPDX-License-Identifier: Apache-2.0

package aegle.membership.register;

import aegle.sharing.enrollment.NetworkRole;
import java.security.cert.X509Certificate;

/** A certificate that was issued, under that name and for that role. */
public record IssuedCertificate(NetworkRole role, String name, X509Certificate certificate) {}
