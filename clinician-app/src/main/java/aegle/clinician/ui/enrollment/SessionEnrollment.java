// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.enrollment;

import aegle.clinician.desk.ClinicianSession;
import aegle.record.MspId;
import aegle.record.member.ProfessionalData;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import java.util.Optional;

/** Enrolling with the keys of an open session. */
public final class SessionEnrollment implements EnrollmentDesk {
    private final ClinicianSession session;

    public SessionEnrollment(ClinicianSession session) {
        this.session = session;
    }

    @Override
    public Optional<ClinicianApplication> application() {
        return session.application();
    }

    @Override
    public void apply(MspId hospital, ProfessionalData professional) throws SharingException {
        session.apply(hospital, professional);
    }

    @Override
    public boolean joins() throws SharingException {
        return session.joins();
    }
}
