// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import aegle.devnet.process.Node;
import aegle.devnet.tool.FabricTools;
import aegle.devnet.tool.StoreServer;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each S3 server as the devnet runs it, alone. One that is not on PATH is skipped. */
class StoreServersTest {
    private static final String STORE = "store-1";
    private static final Path NOWHERE = Path.of("");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(StoreServer.Kind.class)
    void a_contracts_key_gets_and_puts_and_does_nothing_else(StoreServer.Kind kind) throws Exception {
        var layout = new DevnetLayout(folder);
        layout.make();
        TlsFiles.makeRoot(layout);
        Hospital north = Consortium.FOUNDERS.getFirst();
        Hospital lakeside = Consortium.FOUNDERS.get(1);
        var settings = NetworkSettings.choose(
                layout.settings(),
                NetworkKind.FABRIC,
                List.of(STORE),
                List.of(
                        StoreNodes.administrator(STORE),
                        StoreKey.contractSecret(north, STORE),
                        StoreKey.contractSecret(lakeside, STORE)),
                new SecureRandom());
        var norths = StoreKey.ofContract(settings, north, STORE);
        var lakesides = StoreKey.ofContract(settings, lakeside, STORE);
        Node node = new StoreNodes(layout, settings, () -> only(kind)).store(STORE);
        try (var store = StoreAdministration.of(layout, settings, STORE);
                var administrator = new KeyTrial(layout, settings, STORE, StoreKey.ofAdministrator(settings, STORE));
                var one = new KeyTrial(layout, settings, STORE, norths);
                var other = new KeyTrial(layout, settings, STORE, lakesides)) {
            node.start();
            StoreBucket.make(store);
            new StoreKeyring(store, List.of(norths, lakesides)).admit(kind);

            one.requireOnlyGetAndPut("o/one.b");
            other.requireOnlyGetAndPut("o/other.b");
            administrator.requireDeleteAndList("o/third.b");
            assertNotEquals(norths.secret(), lakesides.secret());

            node.kill();
            node.start();
            StoreBucket.make(store);
            new StoreKeyring(store, List.of(norths, lakesides)).admit(kind);
            one.requireOnlyGetAndPut("o/again.b");

            new StoreKeyring(store, List.of(norths)).admit(kind);
            new StoreKeyring(store, List.of(lakesides)).withdraw(kind);
            one.requireOnlyGetAndPut("o/one-alone.b");
            other.requireNothing("o/other.b");
        } finally {
            node.kill();
        }
    }

    private static FabricTools only(StoreServer.Kind kind) {
        Path program = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(place -> Path.of(place, kind.program()))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort(kind.program() + " is not on PATH"));
        return new FabricTools(
                NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, new StoreServer(kind, program));
    }
}
