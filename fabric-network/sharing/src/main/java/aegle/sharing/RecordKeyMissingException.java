// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** This program holds no key for that category, epoch or document: it was never granted, or the grant has not been fetched. */
public final class RecordKeyMissingException extends SharingException {
    private static final long serialVersionUID = 1L;

    public RecordKeyMissingException(String message) {
        super(message);
    }
}
