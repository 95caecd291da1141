// SPDX-License-Identifier: Apache-2.0

package aegle.record.metadata;

/** The paper's three kinds of oncology documents. Permissions and keys are given per category. */
public enum DocumentCategory {
    HISTORY_AND_PHYSICAL,
    LABORATORY_RESULTS,
    RADIATION_DOSE
}
