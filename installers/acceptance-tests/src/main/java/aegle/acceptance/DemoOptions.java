// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * What {@code fabric-network/demo} passes on. The launcher has made the folders.
 *
 * @param documents a folder whose every file is used instead of the samples
 * @param out where the report and the pictures go
 * @param data where the network's and both programs' folders are kept
 */
public record DemoOptions(Optional<Path> documents, Optional<Path> out, Optional<Path> data) {

    static DemoOptions parse(String... arguments) {
        Optional<Path> documents = Optional.empty();
        Optional<Path> out = Optional.empty();
        Optional<Path> data = Optional.empty();
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " wants a folder");
            }
            var folder = Optional.of(Path.of(rest.pop()));
            switch (option) {
                case "--documents" -> documents = folder;
                case "--out" -> out = folder;
                case "--data" -> data = folder;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new DemoOptions(documents, out, data);
    }
}
