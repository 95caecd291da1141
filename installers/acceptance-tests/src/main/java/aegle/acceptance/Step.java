// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The steps of the main job, in the order in which the report has them. */
public enum Step {
    PATIENT_ENROLLED,
    CLINICIAN_ENROLLED,
    RECORD_OPENED,
    READ_WRITE_GRANTED,
    DOCUMENTS_UPLOADED,
    DOCUMENTS_COUNTERSIGNED,
    DOCUMENTS_VIEWED,
    STRANGER_DENIED,
    PERMISSION_REVOKED,
    REVOKED_CLINICIAN_DENIED,
    HISTORY_COMPLETE;

    /** The step's name in the report, such as {@code patient-enrolled}. */
    @JsonValue
    public String reportName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
