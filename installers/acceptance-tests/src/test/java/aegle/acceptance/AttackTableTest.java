// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test that {@code docs/attacks.md} names is there. */
class AttackTableTest {
    private static final Path ROOM = Path.of(System.getProperty("basedir", ""));
    private static final Pattern NAMED = Pattern.compile("`(?<test>\\w+Test)\\.(?<method>\\w+)`");
    private static final int FEW = 40;

    @Test
    void every_test_that_the_table_names_is_there() throws IOException {
        String table = Files.readString(ROOM.resolve("docs/attacks.md"));
        List<MatchResult> named = NAMED.matcher(table).results().toList();

        assertTrue(named.size() > FEW, "the table is read");
        assertEquals(
                List.of(),
                named.stream()
                        .filter(test -> !isThere(test.group("test"), test.group("method")))
                        .map(MatchResult::group)
                        .toList());
    }

    private static boolean isThere(String test, String method) {
        return sources(test).anyMatch(source -> source.contains(" " + method + "("));
    }

    private static Stream<String> sources(String test) {
        Path house = ROOM.toAbsolutePath().resolve("../..").normalize();
        return Stream.of("installers/acceptance-tests", "fabric-network/devnet")
                .map(room -> house.resolve(room).resolve("src/test/java"))
                .flatMap(room -> files(room, test + ".java"));
    }

    private static Stream<String> files(Path room, String name) {
        try (Stream<Path> files = Files.walk(room)) {
            List<String> found = files.filter(file -> file.endsWith(name))
                    .map(AttackTableTest::text)
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
