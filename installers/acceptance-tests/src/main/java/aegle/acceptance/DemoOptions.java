// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.sharing.ConnectionProfile.NetworkKind;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code fabric-network/demo} passes on. The launcher has made the folders.
 *
 * @param network embedded, unless said otherwise
 * @param documents a folder whose every file is used instead of the samples
 * @param out where the report and the pictures go
 * @param data where the network's and both programs' folders are kept
 */
public record DemoOptions(NetworkKind network, Optional<Path> documents, Optional<Path> out, Optional<Path> data) {

    static DemoOptions parse(String... arguments) {
        NetworkKind network = NetworkKind.EMBEDDED;
        Optional<Path> documents = Optional.empty();
        Optional<Path> out = Optional.empty();
        Optional<Path> data = Optional.empty();
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " wants a value");
            }
            String value = rest.pop();
            switch (option) {
                case "--network" -> network = NetworkKind.valueOf(value.toUpperCase(Locale.ROOT));
                case "--documents" -> documents = Optional.of(Path.of(value));
                case "--out" -> out = Optional.of(Path.of(value));
                case "--data" -> data = Optional.of(Path.of(value));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new DemoOptions(network, documents, out, data);
    }
}
