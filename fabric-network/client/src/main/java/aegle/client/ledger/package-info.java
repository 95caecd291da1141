// SPDX-License-Identifier: Apache-2.0

/** The hospitals' ledger, reached through Fabric Gateway. */
@NullMarked
package aegle.client.ledger;

import org.jspecify.annotations.NullMarked;
