// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** The record has not been linked to a person at this hospital yet, so nothing is uploaded to it. */
public final class IdentityNotConfirmedException extends SharingException {
    private static final long serialVersionUID = 1L;

    public IdentityNotConfirmedException() {
        super("the record is not linked to a person");
    }
}
