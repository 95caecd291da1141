// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import aegle.desktop.kit.Messages;
import java.io.IOException;

/** The vault could be unlocked, but the program's sealed memory beside it cannot be used; the reason says what a person can do. */
public final class MemoryUnusableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it cannot be used, in the words of the store that keeps it. */
    public enum Reason {
        IN_USE,
        OTHER_KEY,
        DAMAGED,
        NEWER_FORMAT,
        DISK
    }

    public MemoryUnusableException(Reason reason, Throwable cause) {
        super("the program's memory cannot be opened: " + reason, cause);
        this.reason = reason;
    }

    /** Say it to the user, with what to do. */
    public String sentence(Messages messages) {
        return messages.text("memory." + reason.name());
    }
}
