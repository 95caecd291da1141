// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.process.Node;
import aegle.devnet.process.Node.Description;
import aegle.devnet.process.NodeCommand;
import aegle.devnet.process.NodeProcess;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded network as one process of its own. */
public final class EmbeddedDevnet implements Devnet {
    private static final String NODE = "embedded";

    private final DevnetLayout layout;
    private final AeglePrograms programs;

    EmbeddedDevnet(DevnetLayout layout, AeglePrograms programs) {
        this.layout = layout;
        this.programs = programs;
    }

    static EmbeddedDevnet found(DevnetLayout layout, AeglePrograms programs) throws IOException {
        layout.make();
        NetworkSettings.choose(layout.settings(), NetworkKind.EMBEDDED, List.of(), List.of(), new SecureRandom());
        return new EmbeddedDevnet(layout, programs);
    }

    @Override
    public NetworkKind kind() {
        return NetworkKind.EMBEDDED;
    }

    @Override
    public DevnetLayout layout() {
        return layout;
    }

    @Override
    public List<Node> nodes() {
        return List.of(new Node(
                new Description(NODE, "whole practice network", ""),
                new NodeProcess(layout.process(NODE), layout.log(NODE)),
                this::command,
                () -> Files.exists(layout.ready()) ? Optional.empty() : Optional.of("is not ready")));
    }

    private NodeCommand command() throws IOException {
        Files.deleteIfExists(layout.ready());
        return new JavaCommand(programs.practiceNetwork(), List.of("-Xmx512m"))
                .in(layout.root(), Map.of(), "--data", layout.root().toString());
    }

    @Override
    public void up() throws IOException {
        try (var _ = FolderLock.take(layout.lock())) {
            var node = nodes().getFirst();
            boolean wellStarted = false;
            try {
                node.start();
                wellStarted = true;
            } finally {
                if (!wellStarted) {
                    node.terminate();
                    node.awaitEnd();
                }
            }
        }
    }
}
