// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.record.member.Member;
import aegle.sharing.request.AccessAnswering;
import aegle.sharing.request.RequestedAccess;

/** A request for access together with the clinician who asks. */
public record WaitingRequest(AccessAnswering.ReceivedRequest received, Member clinician) {
    /** What is asked for and why. */
    public RequestedAccess access() {
        return received.access();
    }
}
