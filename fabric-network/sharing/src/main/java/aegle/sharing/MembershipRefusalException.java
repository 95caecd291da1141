// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** The membership service refuses, and says why. */
public final class MembershipRefusalException extends SharingException {
    private static final long serialVersionUID = 1L;

    public MembershipRefusalException(String message) {
        super(message);
    }
}
