// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;

/**
 * What the uploader signed, as it stands on the ledger too. Its signature is checked in {@code aegle.record}, not here.
 *
 * @param commitment C
 * @param uploader the member's number
 * @param signature sigD, tagged
 */
public record UploadStatement(Digest commitment, OpaqueId uploader, Octets signature) {}
