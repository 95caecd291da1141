// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import java.util.Set;

/** What a clinician asks a patient for: at least one right and one category, 1 to 3660 days, a reason in her own words. */
public record AccessWish(Set<Right> rights, Set<DocumentCategory> categories, int days, String reason) {
    public AccessWish {
        rights = Set.copyOf(rights);
        categories = Set.copyOf(categories);
    }

    /** Without the reason, which is for the patient alone. */
    @Override
    public String toString() {
        return "AccessWish[" + rights + ", " + categories + ", " + days + " days]";
    }
}
