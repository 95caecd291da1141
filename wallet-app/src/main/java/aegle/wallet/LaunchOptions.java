// SPDX-License-Identifier: Apache-2.0
package aegle.wallet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was given at the start.
 *
 * @param data where the wallet lives; the user's own folder when not given
 * @param profile the connection profile's file
 */
record LaunchOptions(Path data, Optional<Path> profile) {
    private static final String DATA = "--data";
    private static final String PROFILE = "--profile";

    /**
     * Read the options.
     *
     * @throws IllegalArgumentException with a sentence, if there is one that we do not know, or one without its value
     */
    static LaunchOptions of(List<String> arguments, Path home) {
        Path data = home.resolve(".aegle").resolve("wallet");
        Optional<Path> profile = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(i) + " needs a value");
            }
            Path value = Path.of(arguments.get(i + 1));
            switch (arguments.get(i)) {
                case DATA -> data = value;
                case PROFILE -> profile = Optional.of(value);
                default ->
                    throw new IllegalArgumentException("unknown option " + arguments.get(i) + "; known are " + DATA
                            + " FOLDER and " + PROFILE + " FILE");
            }
        }
        return new LaunchOptions(data, profile);
    }
}
