// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

/**
 * The seven XRTS cases of HL7 CodeX Radiation Therapy 2.0.0.
 *
 * <p>XRTS-06 and XRTS-07 share a family name and were born a day apart, and two patients are called Jane: made for tests with the
 * wrong patient. Facts and inventions are told apart in the README beside the case files.
 */
public enum SampleCase {
    /** Prostate, one phase, one volume. */
    XRTS_01("xrts-01"),
    /** Prostate, plan changed during the course. */
    XRTS_02("xrts-02"),
    /** Prostate, pelvic nodes and seminal vesicles in one phase. */
    XRTS_03("xrts-03"),
    /** Both breasts and a boost, three phases. */
    XRTS_04("xrts-04"),
    /** Brain metastases, two courses. */
    XRTS_05("xrts-05"),
    /** Cervix, intracavitary brachytherapy; Jill Mother-22B. */
    XRTS_06("xrts-06"),
    /** Cervix, permanent seeds; Jane Mother-22B. */
    XRTS_07("xrts-07");

    @SuppressWarnings("ImmutableEnumChecker") // read once, never changed
    private final CaseFile file;

    SampleCase(String resource) {
        file = CaseFile.read(resource);
    }

    /** Answer the case's number as the guide writes it, "XRTS-04". */
    public String id() {
        return file.id();
    }

    /** Answer the case's patient. */
    public SamplePatient patient() {
        return file.patient();
    }

    CaseFile file() {
        return file;
    }
}
