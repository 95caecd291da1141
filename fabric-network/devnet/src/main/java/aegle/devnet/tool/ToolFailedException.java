// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.tool;

import java.io.IOException;
import java.util.List;

/** A program that should do its work did not. Has what it printed. */
public final class ToolFailedException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LAST_CHARACTERS = 2000;

    private final String output;

    ToolFailedException(List<String> command, String what, String output) {
        super(String.join(" ", command) + " " + what + ": "
                + output.substring(Math.max(0, output.length() - LAST_CHARACTERS))
                        .strip());
        this.output = output;
    }

    public String output() {
        return output;
    }
}
