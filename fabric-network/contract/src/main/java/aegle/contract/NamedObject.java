// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.PatientPseudonym;

/**
 * An object of the store that the ledger names, and in whose record. A name is never given twice.
 *
 * @param withdrawn tells that it is never handed out again
 */
public record NamedObject(PatientPseudonym record, boolean withdrawn) {}
