// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.Consortium.Orderer;
import aegle.devnet.process.Wait;
import aegle.devnet.tool.FabricTools;
import aegle.devnet.tool.ToolFailedException;
import aegle.devnet.tool.ToolRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the organizations' administrators do with Fabric's own commands, each in the name of one organization. */
final class Administrators {
    private static final Duration ONE_RUN = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern HEIGHT = Pattern.compile("\"height\":(\\d+)");

    private final DevnetLayout layout;
    private final NetworkSettings settings;
    private final FabricTools tools;

    Administrators(DevnetLayout layout, NetworkSettings settings, FabricTools tools) {
        this.layout = layout;
        this.settings = settings;
        this.tools = tools;
    }

    /** Bring an orderer onto the channel, unless it is there. */
    void join(Orderer orderer) throws IOException {
        if (!osnadmin(orderer, "list").contains("\"status\": \"active\"")) {
            repeated(() -> {
                String answer = osnadmin(
                        orderer, "join", "--config-block", layout.genesisBlock().toString());
                return answer.contains("Status: 201") || answer.contains("Status: 405")
                        ? Optional.empty()
                        : Optional.of(orderer.node() + " does not join: " + answer);
            });
        }
    }

    private String osnadmin(Orderer orderer, String verb, String... more) throws IOException {
        Path administrator = administrator(orderer).resolve("tls");
        var command = new ArrayList<>(List.of(
                tools.osnadmin().toString(),
                "channel",
                verb,
                "--channelID",
                Consortium.CHANNEL,
                "--orderer-address",
                settings.address(orderer.node() + "-admin"),
                "--ca-file",
                tlsRoot(orderer),
                "--client-cert",
                administrator.resolve("client.crt").toString(),
                "--client-key",
                administrator.resolve("client.key").toString()));
        command.addAll(List.of(more));
        return new ToolRun(command, Map.of(), ONE_RUN).output();
    }

    /** Bring a hospital's peer onto the channel, unless it is there. */
    void join(Hospital hospital) throws IOException {
        if (!peer(hospital, "channel", "list").lines().toList().contains(Consortium.CHANNEL)) {
            repeated(() -> {
                peer(hospital, "channel", "join", "-b", layout.genesisBlock().toString());
                return Optional.empty();
            });
        }
    }

    /** How many blocks a hospital's peer has. */
    long height(Hospital hospital) throws IOException {
        String said = peer(hospital, "channel", "getinfo", "-c", Consortium.CHANNEL);
        Matcher height = HEIGHT.matcher(said);
        if (!height.find()) {
            throw new IOException("the peer of " + hospital.displayName() + " does not tell its height: " + said);
        }
        return Long.parseLong(height.group(1));
    }

    /** Wait until a hospital's peer has the blocks that another one has now. */
    void awaitCaughtUp(Hospital hospital, Hospital with) throws IOException {
        long wanted = height(with);
        repeated(() -> {
            long height = height(hospital);
            return height >= wanted
                    ? Optional.empty()
                    : Optional.of(hospital.displayName() + " has " + height + " of " + wanted + " blocks");
        });
    }

    /** Run {@code peer} as a hospital's administrator. */
    String peer(Hospital hospital, String... arguments) throws IOException {
        Path administrator = layout.peerCrypto(hospital).resolve("users/Admin@" + hospital.domain() + "/msp");
        return peer(hospital, Map.of("CORE_PEER_MSPCONFIGPATH", administrator.toString()), arguments);
    }

    /** Have an orderer organization's administrator sign a change of the channel. */
    void sign(Orderer orderer, Path update) throws IOException {
        var identity = Map.of(
                "CORE_PEER_LOCALMSPID",
                orderer.mspId(),
                "CORE_PEER_MSPCONFIGPATH",
                administrator(orderer).resolve("msp").toString());
        // the command wants some peer's configuration and does not ask the peer
        peer(Consortium.FOUNDERS.getFirst(), identity, "channel", "signconfigtx", "-f", update.toString());
    }

    private String peer(Hospital hospital, Map<String, String> identity, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(tools.peer().toString());
        command.addAll(List.of(arguments));
        var environment = new java.util.TreeMap<>(identity);
        environment.put("FABRIC_CFG_PATH", layout.node(hospital.peer()).toString());
        environment.put("FABRIC_LOGGING_SPEC", "warn");
        return new ToolRun(command, environment, ONE_RUN).output();
    }

    private Path administrator(Orderer orderer) {
        return layout.ordererCrypto(orderer).resolve("users/Admin@" + orderer.domain());
    }

    /** By which orderer a command is sent; under BFT it goes to this one alone. */
    List<String> through(Orderer orderer) throws IOException {
        return List.of(
                "--orderer",
                settings.address(orderer.node()),
                "--tls",
                "--cafile",
                tlsRoot(orderer),
                "--channelID",
                Consortium.CHANNEL);
    }

    private String tlsRoot(Orderer orderer) {
        return layout.ordererCrypto(orderer)
                .resolve("tlsca/tlsca." + orderer.domain() + "-cert.pem")
                .toString();
    }

    /** How a command reaches a hospital's peer. */
    List<String> at(Hospital hospital) throws IOException {
        return List.of(
                "--peerAddresses",
                settings.address(hospital.peer()),
                "--tlsRootCertFiles",
                layout.peerTlsRoot(hospital).toString());
    }

    /** Repeat what fails because others are not there yet. */
    static void repeated(Wait.Question step) throws IOException {
        Wait.until(PATIENCE, () -> {
            try {
                return step.complaint();
            } catch (ToolFailedException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }
}
