// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import java.io.IOException;
import java.nio.file.Path;

/** A node ended by itself or does not become well. Says which, where its log lies, and the log's last lines. */
public final class NodeFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    NodeFailedException(String node, String what, Path log, String lastWords) {
        super(node + " " + what + "\n  its log " + log + (lastWords.isBlank() ? " is empty" : " ends so:")
                + lastWords.lines().map(line -> "\n    " + line).reduce("", String::concat));
    }
}
