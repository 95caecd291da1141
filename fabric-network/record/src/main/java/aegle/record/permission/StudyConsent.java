// SPDX-License-Identifier: Apache-2.0

package aegle.record.permission;

import aegle.record.Bytes;

/** The study for which documents may be shared, and whether only in anonymised form. */
public record StudyConsent(Bytes study, boolean anonymised) {
    public StudyConsent {
        study.requireLength(16, "a study's number");
    }
}
