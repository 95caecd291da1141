// SPDX-License-Identifier: Apache-2.0

package aegle.record.member;

/** How the hospital queries the National Practitioner Data Bank. */
public enum AttestationMethod {
    NPDB_CONTINUOUS_QUERY,
    NPDB_ONE_TIME_QUERY,
    /** A practice network, where nobody is verified. */
    PRACTICE
}
