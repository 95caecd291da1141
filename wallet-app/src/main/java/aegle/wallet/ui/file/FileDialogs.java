// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import java.nio.file.Path;
import java.util.Optional;

/** The system's dialogs that choose files: a boundary, because no test and no screenless machine has them. */
public interface FileDialogs {
    /** Let the user choose a file to read. */
    Optional<Path> open(String title);

    /** Let the user choose where to write; {@code name} is only a proposal. */
    Optional<Path> save(String title, String name);
}
