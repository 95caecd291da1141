// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.Consortium.Orderer;
import aegle.devnet.process.Together;
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
import java.util.regex.Pattern;

/**
 * Brings orderers and peers onto the channel and the contract onto the peers, by Fabric's own commands. Every step asks first
 * whether it was done, so it goes on after an interruption; what fails because others are not there yet is repeated.
 */
final class ChannelFounding {
    private static final Duration ONE_RUN = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String VERSION = "1";
    private static final String SEQUENCE = "1";

    private final DevnetLayout layout;
    private final NetworkSettings settings;
    private final FabricTools tools;
    private final Foundation foundation;

    ChannelFounding(DevnetLayout layout, NetworkSettings settings, FabricTools tools, Foundation foundation) {
        this.layout = layout;
        this.settings = settings;
        this.tools = tools;
        this.foundation = foundation;
    }

    void run() throws IOException {
        foundation.contractPackage().write(layout.contractPackage());
        Together.each(Consortium.ORDERERS, this::join);
        Together.each(Consortium.HOSPITALS, hospital -> {
            join(hospital);
            install(hospital);
        });
        Together.each(Consortium.HOSPITALS, this::approve);
        commit(Consortium.HOSPITALS.getFirst());
    }

    private void join(Orderer orderer) throws IOException {
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
        Path organization = layout.ordererCrypto(orderer);
        Path administrator = organization.resolve("users/Admin@" + orderer.domain() + "/tls");
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

    private void join(Hospital hospital) throws IOException {
        if (!peer(hospital, "channel", "list").lines().toList().contains(Consortium.CHANNEL)) {
            repeated(() -> {
                peer(hospital, "channel", "join", "-b", layout.genesisBlock().toString());
                return Optional.empty();
            });
        }
    }

    private void install(Hospital hospital) throws IOException {
        String installed = peer(hospital, "lifecycle", "chaincode", "queryinstalled");
        if (!installed.contains(foundation.contractPackage().id())) {
            peer(
                    hospital,
                    "lifecycle",
                    "chaincode",
                    "install",
                    layout.contractPackage().toString());
        }
    }

    private void approve(Hospital hospital) throws IOException {
        if (isApprovedBy(hospital)) {
            return;
        }
        Orderer orderer = Consortium.ORDERERS.get(Consortium.HOSPITALS.indexOf(hospital) % Consortium.ORDERERS.size());
        repeated(() -> {
            try {
                peer(
                        hospital,
                        definition(
                                orderer,
                                "approveformyorg",
                                "--package-id",
                                foundation.contractPackage().id()));
            } catch (ToolFailedException e) {
                // it may have been ordered all the same
                if (!isApprovedBy(hospital)) {
                    throw e;
                }
            }
            return Optional.empty();
        });
    }

    private boolean isApprovedBy(Hospital hospital) throws IOException {
        if (isCommittedAt(hospital)) {
            return true;
        }
        String readiness = peer(
                hospital,
                "lifecycle",
                "chaincode",
                "checkcommitreadiness",
                "--output",
                "json",
                "--channelID",
                Consortium.CHANNEL,
                "--name",
                Consortium.CONTRACT,
                "--version",
                VERSION,
                "--sequence",
                SEQUENCE,
                "--signature-policy",
                Consortium.endorsementPolicy());
        return Pattern.compile("\"" + hospital.id() + "\"\\s*:\\s*true")
                .matcher(readiness)
                .find();
    }

    private void commit(Hospital hospital) throws IOException {
        repeated(() -> {
            if (!isCommittedAt(hospital)) {
                var endorsers = new ArrayList<String>();
                for (Hospital endorser : Consortium.HOSPITALS) {
                    endorsers.addAll(List.of(
                            "--peerAddresses",
                            settings.address(endorser.peer()),
                            "--tlsRootCertFiles",
                            tlsRoot(endorser)));
                }
                peer(hospital, definition(Consortium.ORDERERS.getFirst(), "commit", endorsers.toArray(String[]::new)));
            }
            return Optional.empty();
        });
    }

    private boolean isCommittedAt(Hospital hospital) throws IOException {
        return peer(hospital, "lifecycle", "chaincode", "querycommitted", "--channelID", Consortium.CHANNEL)
                .contains("Name: " + Consortium.CONTRACT + ", Version: " + VERSION + ", Sequence: " + SEQUENCE);
    }

    private String[] definition(Orderer orderer, String verb, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "lifecycle",
                "chaincode",
                verb,
                "--orderer",
                settings.address(orderer.node()),
                "--tls",
                "--cafile",
                tlsRoot(orderer),
                "--channelID",
                Consortium.CHANNEL,
                "--name",
                Consortium.CONTRACT,
                "--version",
                VERSION,
                "--sequence",
                SEQUENCE,
                "--signature-policy",
                Consortium.endorsementPolicy()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Runs Fabric's command in the name of the hospital's administrator. */
    private String peer(Hospital hospital, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(tools.peer().toString());
        command.addAll(List.of(arguments));
        Path administrator = layout.peerCrypto(hospital).resolve("users/Admin@" + hospital.domain() + "/msp");
        return new ToolRun(
                        command,
                        Map.of(
                                "FABRIC_CFG_PATH", layout.node(hospital.peer()).toString(),
                                "FABRIC_LOGGING_SPEC", "warn",
                                "CORE_PEER_MSPCONFIGPATH", administrator.toString()),
                        ONE_RUN)
                .output();
    }

    private String tlsRoot(Orderer orderer) {
        return layout.ordererCrypto(orderer)
                .resolve("tlsca/tlsca." + orderer.domain() + "-cert.pem")
                .toString();
    }

    private String tlsRoot(Hospital hospital) {
        return layout.peerTlsRoot(hospital).toString();
    }

    private static void repeated(Wait.Question step) throws IOException {
        Wait.until(PATIENCE, () -> {
            try {
                return step.complaint();
            } catch (ToolFailedException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }
}
