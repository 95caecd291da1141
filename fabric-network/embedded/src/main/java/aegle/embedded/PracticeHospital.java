// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.record.MspId;

/** The invented hospitals whose officers found the practice network. All of them share its one peer. */
public enum PracticeHospital {
    NORTH("NorthHospitalMSP", "North Hospital"),
    LAKESIDE("LakesideHospitalMSP", "Lakeside Cancer Center");

    private final String id;
    private final String displayName;

    PracticeHospital(String id, String displayName) {
        this.id = id;
        this.displayName = displayName;
    }

    public MspId id() {
        return new MspId(id);
    }

    public String displayName() {
        return displayName;
    }
}
