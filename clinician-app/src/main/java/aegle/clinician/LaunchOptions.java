// SPDX-License-Identifier: Apache-2.0
package aegle.clinician;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was given at the start.
 *
 * @param data where the program lives; the user's own folder when not given
 * @param profile the connection profile's file; {@code network.json} in the data folder when not given
 * @param documents the folder where the hospital's system puts its exports
 */
record LaunchOptions(Path data, Path profile, Optional<Path> documents) {

    /**
     * Read the options.
     *
     * @throws IllegalArgumentException with a sentence, if there is one that we do not know, or one without its value
     */
    static LaunchOptions of(List<String> arguments, Path home) {
        Path data = home.resolve(".aegle").resolve("clinician");
        Optional<Path> profile = Optional.empty();
        Optional<Path> documents = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(i) + " needs a value");
            }
            Path value = Path.of(arguments.get(i + 1));
            switch (arguments.get(i)) {
                case "--data" -> data = value;
                case "--profile" -> profile = Optional.of(value);
                case "--documents" -> documents = Optional.of(value);
                default ->
                    throw new IllegalArgumentException("unknown option " + arguments.get(i)
                            + "; known are --data FOLDER, --profile FILE and --documents FOLDER");
            }
        }
        Path folder = data;
        return new LaunchOptions(folder, profile.orElseGet(() -> folder.resolve("network.json")), documents);
    }
}
