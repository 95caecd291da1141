// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.enrollment;

import aegle.record.MspId;
import aegle.record.member.ProfessionalData;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import java.util.Optional;

/** What enrolling asks of the protocol; the boundary at which tests stand in for the membership service. */
public interface EnrollmentDesk {

    /** What was applied with, if it was. */
    Optional<ClinicianApplication> application();

    void apply(MspId hospital, ProfessionalData professional) throws SharingException;

    /** Ask whether the officers have decided, and join if they have. */
    boolean joins() throws SharingException;
}
