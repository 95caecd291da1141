// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.devnet.FabricInstallation;
import aegle.devnet.tool.ToolRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractPackageTest {
    private static final String ADDRESS = "127.0.0.1:9991";
    /** Told by {@code peer lifecycle chaincode calculatepackageid} of Fabric 3.1.5. */
    private static final String KNOWN_ID = "aegle_1:a2f1b6a25ea08acc42b10959feb2ac5623814423fe4485981baeb98c9079f7b5";

    @TempDir
    private Path folder;

    @Test
    void has_the_id_that_fabric_has_told() {
        assertEquals(KNOWN_ID, ContractPackage.labelled("aegle_1", ADDRESS).id());
    }

    @Test
    void has_the_id_that_the_installed_fabric_tells() throws Exception {
        var tools = FabricInstallation.required();
        Path file = folder.resolve("contract.tar.gz");
        ContractPackage.labelled("aegle_7", ADDRESS).write(file);
        ConfigurationTemplate core = ConfigurationTemplate.named("core.yaml");
        core.write(
                folder.resolve("core.yaml"),
                Map.of(
                        "name", "peer-north",
                        "listen", "127.0.0.1",
                        "host", "127.0.0.1",
                        "port", "1",
                        "chaincode-port", "2",
                        "operations-port", "3",
                        "msp-id", "NorthHospitalMSP",
                        "crypto", "/nowhere",
                        "data", folder.toString(),
                        "ccaas-builder", "/nowhere"));

        String told = new ToolRun(
                        List.of(
                                tools.peer().toString(),
                                "lifecycle",
                                "chaincode",
                                "calculatepackageid",
                                file.toString()),
                        Map.of("FABRIC_CFG_PATH", folder.toString()),
                        Duration.ofSeconds(30))
                .output();

        assertEquals(ContractPackage.labelled("aegle_7", ADDRESS).id(), told.strip());
    }

    @Test
    void holds_what_the_builder_looks_for() throws Exception {
        Path file = folder.resolve("contract.tar.gz");
        ContractPackage.labelled("aegle_1", ADDRESS).write(file);

        var outer = entries(Files.readAllBytes(file));
        var inner = entries(outer.getOrDefault("code.tar.gz", new byte[0]));

        assertEquals(List.of("metadata.json", "code.tar.gz"), List.copyOf(outer.keySet()));
        assertArrayEquals(
                "{\"type\":\"ccaas\",\"label\":\"aegle_1\"}\n".getBytes(StandardCharsets.UTF_8),
                outer.get("metadata.json"));
        assertEquals("""
            {"address":"127.0.0.1:9991","dial_timeout":"10s","tls_required":true,"root_cert":"{{.root_cert}}",\
            "client_auth_required":true,"client_cert":"{{.client_cert}}","client_key":"{{.client_key}}"}
            """, new String(inner.getOrDefault("connection.json", new byte[0]), StandardCharsets.UTF_8));
    }

    /** Filled in by each peer: line ends of PEM must survive JSON. */
    @Test
    void each_peer_tells_the_builder_its_own_root_and_keys() throws Exception {
        Path root = Files.writeString(folder.resolve("root"), "-----BEGIN A-----\nabc\n-----END A-----\n");
        Path certificate = Files.writeString(folder.resolve("certificate"), "B\r\nb\r\n");
        Path key = Files.writeString(folder.resolve("key"), "C");

        assertEquals(
                "{\"root_cert\":\"-----BEGIN A-----\\nabc\\n-----END A-----\\n\","
                        + "\"client_cert\":\"B\\nb\\n\",\"client_key\":\"C\"}",
                new ContractTls(root, certificate, key)
                        .builderEnvironment()
                        .get("CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG"));
    }

    /** A small reader of its own: names and contents of a tar.gz. */
    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            byte[] header = gzip.readNBytes(512);
            while (header[0] != 0) {
                String name = new String(header, 0, 100, StandardCharsets.US_ASCII).replace("\0", "");
                int length = Integer.parseInt(new String(header, 124, 11, StandardCharsets.US_ASCII), 8);
                byte[] blocks = gzip.readNBytes((length + 511) / 512 * 512);
                entries.put(name, Arrays.copyOf(blocks, length));
                header = gzip.readNBytes(512);
            }
        }
        return entries;
    }

    @Test
    void takes_no_label_that_fabric_refuses() {
        for (String label : new String[] {"", "a b", "../x", "aegle:", "-a"}) {
            assertThrows(IllegalArgumentException.class, () -> ContractPackage.labelled(label, ADDRESS));
        }
    }

    @Test
    void leads_to_an_address_and_nowhere_else() {
        for (String address : new String[] {"", "host", "host:", "{{.address}}:1", "a\":\"b:1", "host:123456"}) {
            assertThrows(IllegalArgumentException.class, () -> ContractPackage.labelled("aegle_1", address));
        }
    }

    @Test
    void differs_from_address_to_address() {
        assertNotEquals(
                ContractPackage.labelled("aegle_1", ADDRESS).id(),
                ContractPackage.labelled("aegle_1", "127.0.0.1:9992").id());
    }
}
