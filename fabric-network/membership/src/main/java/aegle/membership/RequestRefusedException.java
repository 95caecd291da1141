// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.sharing.enrollment.MembershipCall.Refusal;
import aegle.sharing.enrollment.RefusalCode;

/** The service does not do as asked, and tells the caller why. Its message is meant for the caller and holds no secrets. */
public final class RequestRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    RequestRefusedException(RefusalCode code, String reason) {
        super(reason);
        this.code = code;
    }

    RequestRefusedException(RefusalCode code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }

    Refusal refusal() {
        return new Refusal(code, String.valueOf(getMessage()));
    }
}
