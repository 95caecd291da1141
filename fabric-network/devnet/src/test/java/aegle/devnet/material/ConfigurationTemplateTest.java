// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTemplateTest {
    private static final Map<String, String> AUTHORITY = Map.of(
            "port", "7054",
            "operations-port", "7055",
            "home", "/srv/a$1\\b",
            "registrar", "membership-registrar",
            "registrar-secret", "s3cret");

    @Test
    void every_place_is_filled_with_the_value_as_it_is() throws Exception {
        String filled =
                ConfigurationTemplate.named("fabric-ca-server-config.yaml").filled(AUTHORITY);

        assertTrue(filled.contains("port: 7054"));
        assertTrue(filled.contains("certfile: /srv/a$1\\b/tls.pem"));
        assertTrue(filled.contains("pass: s3cret"));
        assertFalse(filled.contains("${"));
    }

    @Test
    void a_place_without_value_and_a_value_without_place_are_mistakes() throws Exception {
        var template = ConfigurationTemplate.named("fabric-ca-server-config.yaml");
        var less = new HashMap<>(AUTHORITY);
        less.remove("home");
        var more = new HashMap<>(AUTHORITY);
        more.put("hospital", "north");

        assertThrows(IllegalArgumentException.class, () -> template.filled(less));
        assertThrows(IllegalArgumentException.class, () -> template.filled(more));
    }

    @Test
    void an_environment_has_a_variable_for_each_line() throws Exception {
        Map<String, String> environment = ConfigurationTemplate.named("store.env")
                .environment(Map.of("administrator", "store-1", "secret", "a=b", "region", "r", "address", "h:1"));

        assertEquals("a=b", environment.get("MINIO_ROOT_PASSWORD"));
        assertEquals("off", environment.get("MINIO_BROWSER"));
        assertEquals(7, environment.size());
    }

    @Test
    void there_is_no_template_of_another_name() {
        assertThrows(IOException.class, () -> ConfigurationTemplate.named("missing.yaml"));
    }

    @Test
    void what_it_writes_is_its_owners_alone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("fabric-ca-server-config.yaml");

        ConfigurationTemplate.named("fabric-ca-server-config.yaml").write(file, AUTHORITY);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core.yaml", "orderer.yaml", "configtx.yaml", "fabric-ca-server-config.yaml"})
    void nothing_listens_on_other_than_the_loopback_address(String name) throws Exception {
        String text;
        try (var stream = ConfigurationTemplate.class.getResourceAsStream("/aegle/devnet/" + name)) {
            text = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        var addresses =
                Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+)|\\[::]|localhost:").matcher(text);
        assertTrue(addresses.results().allMatch(found -> found.group().equals("127.0.0.1")));
    }
}
