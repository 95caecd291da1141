// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One case as its data file tells it: facts of the HL7 guide under codex, the rest under invented.
 *
 * <p>Doses are in cGy. An empty string or list means that the guide says nothing.
 */
record CaseFile(@JsonProperty("case") String id, Codex codex, Invented invented) {

    static CaseFile read(String resource) {
        return CaseResource.read(resource, CaseFile.class);
    }

    SamplePatient patient() {
        var p = codex.patient;
        return new SamplePatient(
                p.given, p.family, p.mrn, p.birthDate, p.birthSex, p.line, p.city, p.state, p.postalCode, invented.ssn);
    }

    /** Answer the day on which all of the case's documents were exported. */
    LocalDate printedOn() {
        return codex.courses.getLast().end.plusDays(3);
    }

    TreatmentOfCourse treatmentOf(Course course) {
        return invented.treatment.courses.stream()
                .filter(each -> each.course.equals(course.id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sessions for course " + course.id));
    }

    record Codex(Patient patient, List<Course> courses, List<AdverseEvent> adverseEvents) {}

    record Patient(
            String given,
            String family,
            String mrn,
            LocalDate birthDate,
            String birthSex,
            String line,
            String city,
            String state,
            String postalCode) {}

    record Diagnosis(String system, String code, String text) {}

    record AdverseEvent(String event, String grade, String severity) {}

    record Course(
            String id,
            String status,
            String intent,
            boolean reirradiation,
            LocalDate start,
            LocalDate end,
            int sessions,
            List<String> sites,
            String laterality,
            List<String> motion,
            List<String> imageGuidance,
            String device,
            List<VolumeDose> volumes,
            List<Phase> phases,
            Diagnosis diagnosis) {

        VolumeDose volume(String name) {
            return volumes.stream()
                    .filter(each -> each.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no volume " + name + " in " + id));
        }

        Phase phase(String name) {
            return phases.stream()
                    .filter(each -> each.id.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no phase " + name + " in " + id));
        }
    }

    record VolumeDose(
            String name,
            int plannedDose,
            int plannedFractions,
            int deliveredDose,
            int deliveredFractions,
            double eqd2Gy) {}

    record Phase(
            String id,
            String status,
            String modality,
            String technique,
            String source,
            List<String> applicators,
            LocalDate start,
            LocalDate end,
            int plannedFractions,
            int deliveredFractions,
            String revision,
            List<PhaseDose> doses) {}

    record PhaseDose(String volume, int fraction, int planned, int delivered) {}

    record Invented(String ssn, Staff staff, History history, Laboratory laboratory, Treatment treatment) {}

    record Staff(
            String author,
            String supervisor,
            String physicist,
            String referrer,
            String pathologist,
            String printedBy) {}

    record History(
            LocalDate dateOfService,
            String template,
            String complaint,
            List<String> illness,
            Map<String, String> staging,
            List<List<String>> conditions,
            List<List<String>> medications,
            List<List<String>> allergies,
            List<String> family,
            List<String> social,
            Map<String, String> review,
            Map<String, String> vitals,
            Map<String, String> exam,
            List<List<String>> imaging,
            List<String> assessment,
            List<String> plan) {}

    record Laboratory(
            LocalDate dateOfService,
            String template,
            String comment,
            List<LocalDate> collected,
            Map<String, List<String>> values) {}

    record Treatment(
            String template,
            String machine,
            String energy,
            Anatomy anatomy,
            List<String> tolerance,
            List<TreatmentOfCourse> courses) {}

    record TreatmentOfCourse(String course, List<Session> sessions, List<Target> targets, List<Organ> organs) {}

    /** A session, or one of its phases; fraction is 0 when no beam was delivered. */
    record Session(int number, LocalDate date, String time, String phase, int fraction, String remark) {}

    /** A target volume of the drawn dose distribution: an ellipsoid in cm, x to the left, y to the back, z to the head. */
    record Target(String volume, List<Double> center, List<Double> radius) {}

    /** An organ at risk: Weibull scale, as a part of the prescribed dose, and shape of its cumulative histogram. */
    record Organ(String name, double scale, double shape) {}
}
