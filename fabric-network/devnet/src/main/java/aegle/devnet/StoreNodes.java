// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.ConfigurationTemplate;
import aegle.devnet.process.Health;
import aegle.devnet.process.Node;
import aegle.devnet.process.Node.Description;
import aegle.devnet.process.NodeCommand;
import aegle.devnet.process.NodeProcess;
import aegle.devnet.tool.StoreServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The S3 servers. Which program they are is decided at the first start and kept, since each keeps objects in its own way. */
final class StoreNodes {
    private static final String HEALTH = "/minio/health/live";

    private final DevnetLayout layout;
    private final NetworkSettings settings;
    private final ToolSource tools;

    StoreNodes(DevnetLayout layout, NetworkSettings settings, ToolSource tools) {
        this.layout = layout;
        this.settings = settings;
        this.tools = tools;
    }

    /** The secret of a store's administrator, by its name in the settings. */
    static String administrator(String store) {
        return store + "-administrator";
    }

    Node store(String name) throws IOException {
        return new Node(
                new Description(name, "S3 store", settings.address(name)),
                new NodeProcess(layout.process(name), layout.log(name)),
                () -> command(name),
                Health.answers(HttpURLConnection.HTTP_OK, endpoint(settings, name) + HEALTH, TlsFiles.root(layout)));
    }

    /** As profiles and signed URLs name it. */
    static String endpoint(NetworkSettings settings, String name) throws IOException {
        return "https://" + settings.address(name);
    }

    private NodeCommand command(String name) throws IOException {
        Path folder = layout.madeNode(name);
        Path objects = Files.createDirectories(folder.resolve("objects"));
        StoreServer server = tools.tools().storeServer();
        requireSameKind(folder.resolve("server"), server.kind());
        return switch (server.kind()) {
            case MINIO -> minio(server, name, objects);
            case VERSITYGW -> versity(server, name, objects);
        };
    }

    private static void requireSameKind(Path kept, StoreServer.Kind kind) throws IOException {
        if (!Files.exists(kept)) {
            Files.writeString(kept, kind.program());
        }
        String founded = Files.readString(kept).strip();
        if (!founded.equals(kind.program())) {
            throw new IOException(
                    "this network's stores were founded with " + founded + ", and PATH has " + kind.program());
        }
    }

    private NodeCommand minio(StoreServer server, String name, Path objects) throws IOException {
        // it looks for these names
        Path tls = Files.createDirectories(layout.node(name).resolve("tls"));
        TlsFiles.issue(layout, tls.resolve("public.crt"), tls.resolve("private.key"));
        return new NodeCommand(
                List.of(
                        server.program().toString(),
                        "server",
                        "--quiet",
                        "--certs-dir",
                        tls.toString(),
                        "--address",
                        settings.address(name),
                        objects.toString()),
                ConfigurationTemplate.named("store.env")
                        .environment(Map.of(
                                "administrator", administrator(name),
                                "secret", settings.secret(administrator(name)),
                                "region", Consortium.REGION,
                                "address", settings.address(name))),
                layout.node(name));
    }

    private NodeCommand versity(StoreServer server, String name, Path objects) throws IOException {
        Path folder = layout.node(name);
        TlsFiles.issue(layout, folder);
        Path users = Files.createDirectories(folder.resolve("users"));
        Path versions = Files.createDirectories(folder.resolve("versions"));
        return new NodeCommand(
                List.of(
                        server.program().toString(),
                        "--port",
                        settings.address(name),
                        "--cert",
                        folder.resolve(TlsFiles.CERTIFICATE).toString(),
                        "--key",
                        folder.resolve(TlsFiles.KEY).toString(),
                        "--region",
                        Consortium.REGION,
                        "--health",
                        HEALTH,
                        "--iam-dir",
                        users.toString(),
                        "--quiet",
                        "posix",
                        "--versioning-dir",
                        versions.toString(),
                        objects.toString()),
                Map.of(
                        "ROOT_ACCESS_KEY", administrator(name),
                        "ROOT_SECRET_KEY", settings.secret(administrator(name))),
                folder);
    }
}
