// SPDX-License-Identifier: Apache-2.0

/** The membership service: it issues certificates to patients, and to clinicians whom the ledger has as attested. */
@NullMarked
package aegle.membership;

import org.jspecify.annotations.NullMarked;
