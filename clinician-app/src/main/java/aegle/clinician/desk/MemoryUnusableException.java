// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import java.io.IOException;

/** The program's memory on disk cannot be opened: another window has it, or it is damaged or somebody else's. */
public final class MemoryUnusableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean inUse;

    public MemoryUnusableException(boolean inUse, Throwable cause) {
        super("the program's memory cannot be opened", cause);
        this.inUse = inUse;
    }

    public boolean isInUse() {
        return inUse;
    }
}
