// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FabricToolsTest {
    private static final List<String> PROGRAMS =
            List.of("peer", "orderer", "configtxgen", "configtxlator", "osnadmin", "cryptogen", "fabric-ca-server");

    @TempDir
    private Path folder;

    private Path bin;

    @BeforeEach
    void make_an_installation_of_scripts() throws IOException {
        bin = Files.createDirectories(folder.resolve("fabric/bin"));
        for (String program : PROGRAMS) {
            script(bin.resolve(program), "echo ' Version: v3.1.5'");
        }
        script(
                Files.createDirectories(folder.resolve("fabric/builders/ccaas/bin"))
                        .resolve("detect"),
                "exit 0");
        script(bin.resolve("versitygw"), "exit 0");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void finds_everything_and_the_builder_beside_the_programs() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));

        var tools = FabricTools.on(other + ":" + bin);

        assertEquals(bin.toRealPath().resolve("orderer"), tools.orderer());
        assertEquals(folder.toRealPath().resolve("fabric/builders/ccaas"), tools.ccaasBuilder());
        assertEquals(StoreServer.Kind.VERSITYGW, tools.storeServer().kind());
    }

    @Test
    void prefers_minio_wherever_on_the_path_it_is() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        script(other.resolve("minio"), "exit 0");

        assertEquals(
                StoreServer.Kind.MINIO,
                FabricTools.on(bin + ":" + other).storeServer().kind());
    }

    @Test
    void finds_the_builder_behind_a_link_to_the_programs() throws Exception {
        Path links = Files.createDirectory(folder.resolve("links"));
        for (String program : PROGRAMS) {
            Files.createSymbolicLink(links.resolve(program), bin.resolve(program));
        }

        assertEquals(
                folder.toRealPath().resolve("fabric/builders/ccaas"),
                FabricTools.on(links + ":" + bin).ccaasBuilder());
    }

    @Test
    void names_all_that_is_missing_and_the_official_way_to_get_it() throws Exception {
        Files.delete(bin.resolve("osnadmin"));
        Files.delete(bin.resolve("versitygw"));
        Files.delete(folder.resolve("fabric/builders/ccaas/bin/detect"));

        var failure = assertThrows(MissingToolsException.class, () -> FabricTools.on(bin.toString()));

        assertEquals(
                List.of("osnadmin", "builders/ccaas (beside the folder of peer)", "minio or versitygw"),
                failure.missing());
        String said = String.valueOf(failure.getMessage());
        assertTrue(said.startsWith("The Fabric network needs programs that are not on PATH: osnadmin, builders/ccaas"));
        assertTrue(said.contains("install-fabric.sh --fabric-version 3.1.5 --ca-version 1.5.21 binary"));
        assertTrue(said.contains("github.com/versity/versitygw/releases"));
        assertTrue(said.contains("--network embedded"));
    }

    @Test
    void names_everything_where_there_is_nothing() {
        var failure = assertThrows(MissingToolsException.class, () -> FabricTools.on(""));

        assertTrue(failure.missing().containsAll(PROGRAMS));
    }

    @Test
    void refuses_a_fabric_without_bft_ordering() throws Exception {
        script(bin.resolve("orderer"), "echo ' Version: v2.5.16'");

        var failure = assertThrows(IOException.class, () -> FabricTools.on(bin.toString()));

        assertTrue(String.valueOf(failure.getMessage()).contains("3.1.5"), failure.getMessage());
    }

    @Test
    void a_program_that_fails_is_quoted() throws Exception {
        Path broken = bin.resolve("broken");
        script(broken, "echo what went wrong >&2; exit 4");

        var failure = assertThrows(
                ToolFailedException.class,
                () -> new ToolRun(List.of(broken.toString()), java.util.Map.of(), java.time.Duration.ofSeconds(10))
                        .output());

        assertEquals("what went wrong\n", failure.output());
    }
}
