// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.request;

import aegle.record.MemberId;
import aegle.record.PlainText;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import java.util.Set;

/** What a clinician asks for and why; sealed to the patient, so that nobody else reads the reason. */
public record RequestedAccess(
        MemberId clinician, Set<Right> rights, Set<DocumentCategory> categories, int days, String reason) {
    public static final int MAX_REASON_LENGTH = 500;

    public RequestedAccess {
        rights = Set.copyOf(rights);
        categories = Set.copyOf(categories);
        reason = PlainText.of(reason);
        if (rights.isEmpty() || categories.isEmpty()) {
            throw new IllegalArgumentException("a request names at least one right and one category");
        }
        if (reason.length() > MAX_REASON_LENGTH) {
            throw new IllegalArgumentException("a reason has at most " + MAX_REASON_LENGTH + " characters");
        }
        if (days < 1 || days > 3660) {
            throw new IllegalArgumentException("access is asked for 1 day to 10 years");
        }
    }

    /** Without the reason, which is for the patient alone. */
    @Override
    public String toString() {
        return "RequestedAccess[" + clinician + ", " + rights + ", " + categories + ", " + days + " days]";
    }
}
