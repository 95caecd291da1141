// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.tool.FabricTools;
import aegle.devnet.tool.ToolFailedException;
import aegle.devnet.tool.ToolRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves the running channel to what {@code configtx.yaml} says for a list of hospitals: organizations, anchor peers, and who may
 * read blocks. Signed by no more administrators than the channel asks for. Does nothing if the channel is so already.
 *
 * <p>The page {@code docs/hospital-joins.md} has the same steps as commands.
 */
final class ChannelUpdate {
    private static final Duration ONE_RUN = Duration.ofSeconds(30);
    private static final String NO_DIFFERENCE = "no differences detected";
    private static final JsonMapper JSON = new JsonMapper();

    private final DevnetLayout layout;
    private final FabricTools tools;
    private final Foundation foundation;
    private final Administrators administrators;

    ChannelUpdate(DevnetLayout layout, FabricTools tools, Foundation foundation, Administrators administrators) {
        this.layout = layout;
        this.tools = tools;
        this.foundation = foundation;
        this.administrators = administrators;
    }

    /**
     * Let exactly these hospitals be in the channel.
     *
     * @param signers hospitals that are in it and stay in it; a majority of all that are in it is taken from them
     */
    void admitExactly(List<Hospital> hospitals, List<Hospital> signers) throws IOException {
        Path draft = Files.createTempDirectory(layout.channel(), "update");
        try {
            Path wanted = draft.resolve("wanted.block");
            foundation.makeBlock(tools, hospitals, wanted);
            Path wantedConfig = draft.resolve("wanted.config");
            encode("common.Config", config(wanted), wantedConfig);
            Administrators.repeated(() -> {
                Path update = draft.resolve("update.tx");
                JsonNode present = config(fetch(signers.getFirst(), draft));
                if (differs(present, wantedConfig, update)) {
                    submit(update, signers, organizations(present));
                }
                return Optional.empty();
            });
        } finally {
            delete(draft);
        }
    }

    private Path fetch(Hospital asking, Path draft) throws IOException {
        Path block = draft.resolve("present.block");
        var arguments = new ArrayList<>(List.of("channel", "fetch", "config", block.toString()));
        arguments.addAll(administrators.through(Consortium.ORDERERS.getFirst()));
        administrators.peer(asking, arguments.toArray(String[]::new));
        return block;
    }

    /** Computes the change and wraps it as a transaction; false if there is nothing to change. */
    private boolean differs(JsonNode present, Path wanted, Path update) throws IOException {
        Path original = update.resolveSibling("present.config");
        encode("common.Config", present, original);
        Path computed = update.resolveSibling("update.config");
        try {
            configtxlator(
                    "compute_update",
                    "--channel_id",
                    Consortium.CHANNEL,
                    "--original",
                    original.toString(),
                    "--updated",
                    wanted.toString(),
                    "--output",
                    computed.toString());
        } catch (ToolFailedException e) {
            if (e.output().contains(NO_DIFFERENCE)) {
                return false;
            }
            throw e;
        }
        var envelope = JSON.createObjectNode();
        var payload = envelope.putObject("payload");
        payload.putObject("header")
                .putObject("channel_header")
                .put("channel_id", Consortium.CHANNEL)
                .put("type", 2);
        payload.putObject("data").set("config_update", decode("common.ConfigUpdate", computed));
        encode("common.Envelope", envelope, update);
        return true;
    }

    /** The hospitals' part wants a majority of its organizations, the orderers' likewise, and the channel both. */
    private void submit(Path update, List<Hospital> signers, int organizations) throws IOException {
        Hospital first = signers.getFirst();
        for (var orderer : Consortium.ORDERERS.subList(0, Consortium.majority(Consortium.ORDERERS.size()))) {
            administrators.sign(orderer, update);
        }
        for (Hospital signer : signers.subList(1, Consortium.majority(organizations))) {
            administrators.peer(signer, "channel", "signconfigtx", "-f", update.toString());
        }
        // sending it adds the sender's signature
        var arguments = new ArrayList<>(List.of("channel", "update", "-f", update.toString()));
        arguments.addAll(administrators.through(Consortium.ORDERERS.getFirst()));
        administrators.peer(first, arguments.toArray(String[]::new));
    }

    private static int organizations(JsonNode config) {
        return config.at("/channel_group/groups/Application/groups").size();
    }

    private JsonNode config(Path block) throws IOException {
        return decode("common.Block", block).at("/data/data/0/payload/data/config");
    }

    private JsonNode decode(String type, Path file) throws IOException {
        Path text = file.resolveSibling(file.getFileName() + ".json");
        configtxlator("proto_decode", "--type", type, "--input", file.toString(), "--output", text.toString());
        return JSON.readTree(text.toFile());
    }

    private void encode(String type, JsonNode value, Path file) throws IOException {
        Path text = file.resolveSibling(file.getFileName() + ".json");
        JSON.writeValue(text.toFile(), value);
        configtxlator("proto_encode", "--type", type, "--input", text.toString(), "--output", file.toString());
    }

    private void configtxlator(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(tools.configtxlator().toString());
        command.addAll(List.of(arguments));
        new ToolRun(command, Map.of(), ONE_RUN).output();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
