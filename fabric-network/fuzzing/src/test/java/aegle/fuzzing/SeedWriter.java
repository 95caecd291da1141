// SPDX-License-Identifier: Apache-2.0

package aegle.fuzzing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the inputs that corpora begin with: {@code SeedWriter FOLDER [PARSER]}. */
final class SeedWriter {
    private SeedWriter() {}

    /** Write seeds of all parsers, or of one, into a folder for each. */
    public static void main(String[] arguments) throws Exception {
        for (Parser parser : Parser.values()) {
            if (arguments.length == 1 || arguments[1].equals(parser.title())) {
                Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(parser.title()));
                int number = 0;
                for (byte[] seed : parser.seeds()) {
                    Files.write(folder.resolve("seed-" + number++), seed);
                }
            }
        }
    }
}
