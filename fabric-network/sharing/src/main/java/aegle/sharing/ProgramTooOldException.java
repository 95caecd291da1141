// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** Something was sealed in a format that this program does not know yet; a newer program opens it. */
public final class ProgramTooOldException extends SharingException {
    private static final long serialVersionUID = 1L;

    public ProgramTooOldException(Throwable cause) {
        super("a newer program has written this", cause);
    }
}
