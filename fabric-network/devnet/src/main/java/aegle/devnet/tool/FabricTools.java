// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.tool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user's own installation of Fabric, Fabric CA and an S3 server. Nothing of them comes with Aegle.
 *
 * @param ccaasBuilder the folder with {@code bin/detect}, {@code bin/build} and {@code bin/release} for contracts that are services
 */
public record FabricTools(
        Path peer,
        Path orderer,
        Path configtxgen,
        Path configtxlator,
        Path osnadmin,
        Path cryptogen,
        Path fabricCaServer,
        Path ccaasBuilder,
        StoreServer storeServer) {
    private static final String BUILDER = "builders/ccaas";
    private static final Path BUILDER_OF_THE_IMAGE = Path.of("/opt/hyperledger/ccaas_builder");
    private static final Pattern VERSION = Pattern.compile("Version:\\s*v?(\\d+)\\.");
    private static final int FIRST_WITH_SMARTBFT = 3;

    /** Find everything on this process's PATH. */
    public static FabricTools onPath() throws IOException {
        return on(System.getenv().getOrDefault("PATH", ""));
    }

    /**
     * Find everything on a search path.
     *
     * @param path as the environment variable PATH has it
     * @throws MissingToolsException if something is not there
     * @throws IOException if the Fabric that is there is too old
     */
    public static FabricTools on(String path) throws IOException {
        var search = new Search(path);
        Path peer = search.program("peer");
        var tools = new FabricTools(
                peer,
                search.program("orderer"),
                search.program("configtxgen"),
                search.program("configtxlator"),
                search.program("osnadmin"),
                search.program("cryptogen"),
                search.program("fabric-ca-server"),
                search.builderBeside(peer),
                search.storeServer());
        search.requireAll();
        tools.requireSmartBft();
        return tools;
    }

    private void requireSmartBft() throws IOException {
        String said = new ToolRun(List.of(orderer.toString(), "version"), Map.of(), Duration.ofSeconds(20)).output();
        Matcher version = VERSION.matcher(said);
        if (version.find() && Integer.parseInt(version.group(1)) < FIRST_WITH_SMARTBFT) {
            throw new IOException(
                    orderer + " is of Fabric " + version.group(1) + ", which has no BFT ordering; use 3.1.5");
        }
    }

    /** Looks along the path and notes what is not there. */
    private static final class Search {
        private static final Path NOWHERE = Path.of("");
        private final List<Path> folders;
        private final List<String> missing = new ArrayList<>();

        Search(String path) {
            this.folders = Arrays.stream(path.split(File.pathSeparator, -1))
                    .filter(folder -> !folder.isBlank())
                    .map(Path::of)
                    .toList();
        }

        Path program(String name) throws IOException {
            return noted(find(name), name);
        }

        private Optional<Path> find(String name) throws IOException {
            for (Path folder : folders) {
                Path file = folder.resolve(name);
                if (Files.isExecutable(file) && Files.isRegularFile(file)) {
                    return Optional.of(file.toRealPath());
                }
            }
            return Optional.empty();
        }

        StoreServer storeServer() throws IOException {
            for (StoreServer.Kind kind : StoreServer.Kind.values()) {
                Optional<Path> program = find(kind.program());
                if (program.isPresent()) {
                    return new StoreServer(kind, program.get());
                }
            }
            return new StoreServer(StoreServer.Kind.MINIO, noted(Optional.empty(), "minio or versitygw"));
        }

        /** The official archive unpacks the builder beside the folder of the programs. */
        Path builderBeside(Path peer) {
            Path bin = peer.getParent();
            Path installation = bin == null ? null : bin.getParent();
            var candidates = new ArrayList<Path>();
            if (installation != null) {
                candidates.add(installation.resolve(BUILDER));
            }
            candidates.add(BUILDER_OF_THE_IMAGE);
            return noted(
                    candidates.stream()
                            .filter(folder -> Files.isExecutable(folder.resolve("bin/detect")))
                            .findFirst(),
                    BUILDER + " (beside the folder of peer)");
        }

        private Path noted(Optional<Path> found, String name) {
            if (found.isEmpty()) {
                missing.add(name);
            }
            return found.orElse(NOWHERE);
        }

        void requireAll() throws IOException {
            if (!missing.isEmpty()) {
                throw new MissingToolsException(missing);
            }
        }
    }
}
