// SPDX-License-Identifier: Apache-2.0

/** Clinicians and officers as the ledger knows them. */
@NullMarked
package aegle.record.member;

import org.jspecify.annotations.NullMarked;
