// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.wallet.session.AllowedPermission;
import aegle.wallet.session.WaitingRequest;

/** Why somebody is being allowed: of the patient's own accord, to change what is allowed, or because she was asked. */
public sealed interface AllowOccasion {
    /** Nobody is chosen yet. */
    record OwnAccord() implements AllowOccasion {}

    /** A permission is there and shall say something else. */
    record Change(AllowedPermission allowed) implements AllowOccasion {}

    /**
     * A clinician has asked.
     *
     * @param asAsked whether to go to the last step at once
     */
    record Answer(WaitingRequest request, boolean asAsked) implements AllowOccasion {}
}
