// SPDX-License-Identifier: Apache-2.0

package aegle.fuzzing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The inputs that are kept for one parser: where it began, what reached new code, and every input that once broke it. */
record KeptCorpus(Parser parser, List<byte[]> inputs) {

    static KeptCorpus of(Parser parser) throws IOException, URISyntaxException {
        var folder = Path.of(
                Objects.requireNonNull(KeptCorpus.class.getResource("/corpus/" + parser.title()), parser.title())
                        .toURI());
        try (var files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            var inputs = new ArrayList<byte[]>();
            for (Path file : sorted) {
                inputs.add(Files.readAllBytes(file));
            }
            return new KeptCorpus(parser, List.copyOf(inputs));
        }
    }
}
