// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** The membership service does not answer. */
public final class MembershipUnavailableException extends SharingException {
    private static final long serialVersionUID = 1L;

    public MembershipUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
