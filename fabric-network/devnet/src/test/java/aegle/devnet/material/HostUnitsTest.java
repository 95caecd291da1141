// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.devnet.tool.ToolRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.opentest4j.TestAbortedException;

/** The systemd units for real hosts, and that they name the very files that the devnet's nodes run with. */
class HostUnitsTest {
    private static final String HARDENING = "hosts/aegle-.service.d/hardening.conf";
    private static final List<String> UNITS = List.of(
            "aegle-orderer.service",
            "aegle-peer.service",
            "aegle-contract@.service",
            "aegle-membership.service",
            "aegle-fabric-ca.service",
            "aegle-store.service");
    private static final Pattern PROGRAM = Pattern.compile("(?m)^ExecStart=(\\S+)");
    private static final Pattern USER = Pattern.compile("(?m)^User=(aegle-[a-z-]+)$");
    private static final Pattern FILE = Pattern.compile("[a-z-]+\\.(yaml|env|arguments)");

    @TempDir
    private Path folder;

    private static String unit(String name) throws IOException {
        return ConfigurationTemplate.named("hosts/" + name).filled(Map.of());
    }

    @ParameterizedTest
    @FieldSource("UNITS")
    void runs_as_a_user_of_its_own(String name) throws Exception {
        assertTrue(USER.matcher(unit(name)).find(), name);
    }

    @ParameterizedTest
    @FieldSource("UNITS")
    void every_file_that_it_names_is_a_template_of_the_devnet(String name) throws Exception {
        List<String> files =
                FILE.matcher(unit(name)).results().map(found -> found.group()).toList();

        assertFalse(files.isEmpty(), name);
        for (String file : files) {
            ConfigurationTemplate.named(file);
        }
    }

    /** Looks for the whole system's units as systemd would, in a folder with empty programs in the places that the units name. */
    @Test
    void systemd_finds_nothing_wrong_with_them() throws Exception {
        Path analyze = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(place -> Path.of(place, "systemd-analyze"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("not on PATH: systemd-analyze"));
        Path units = Files.createDirectories(folder.resolve("etc/systemd/system"));
        Files.createDirectories(units.resolve("aegle-.service.d"));
        Files.writeString(
                units.resolve("aegle-.service.d/hardening.conf"),
                ConfigurationTemplate.named(HARDENING).filled(Map.of()));
        for (String target : List.of("basic", "sysinit", "shutdown", "network-online", "multi-user")) {
            Files.writeString(units.resolve(target + ".target"), "[Unit]\nDescription=" + target + "\n");
        }
        var command = new ArrayList<>(List.of(analyze.toString(), "--root=" + folder, "verify"));
        for (String name : UNITS) {
            install(units, name);
            command.add(name.replace("@.", "@1."));
        }

        assertEquals("", new ToolRun(command, Map.of(), Duration.ofSeconds(60)).output());
    }

    private void install(Path units, String name) throws IOException {
        String text = unit(name);
        Files.writeString(units.resolve(name), text);
        var program = PROGRAM.matcher(text);
        assertTrue(program.find(), name);
        Path file = folder.resolve(program.group(1).substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void all_of_them_are_hardened_in_one_place() throws Exception {
        List<String> lines =
                ConfigurationTemplate.named(HARDENING).filled(Map.of()).lines().toList();

        assertTrue(lines.containsAll(List.of(
                "NoNewPrivileges=yes",
                "ProtectSystem=strict",
                "ProtectHome=yes",
                "CapabilityBoundingSet=",
                "UMask=0077")));
        for (String name : UNITS) {
            assertFalse(
                    Pattern.compile("(?m)^(Protect|NoNew|Capability|Private)")
                            .matcher(unit(name))
                            .find(),
                    name);
        }
    }
}
