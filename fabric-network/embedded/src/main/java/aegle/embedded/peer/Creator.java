// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.security.cert.X509Certificate;

/** The owner of a certificate that one organization's root has signed: who sends a request. */
record Creator(String mspId, X509Certificate certificate, X509Certificate root, NodeRole role) {}
