// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.Consortium.Orderer;
import aegle.devnet.process.Together;
import aegle.devnet.tool.ToolFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Installs the contract, and has the hospitals agree on what it is: its version, and that a majority of them must endorse. Each
 * agreement is one sequence number further. The peers themselves are asked what was done, so everything can be repeated.
 */
final class ContractLifecycle {
    private static final Pattern SEQUENCE = Pattern.compile("Sequence: (\\d+)");
    private static final String LOST = "private data matching public hash version is not available";
    private static final String DIFFERENT = "with different parameters";
    /** How a peer says that its organization has approved exactly this before. */
    private static final String AGAIN = "attempted to redefine";

    private final DevnetLayout layout;
    private final Foundation foundation;
    private final Administrators administrators;

    ContractLifecycle(DevnetLayout layout, Foundation foundation, Administrators administrators) {
        this.layout = layout;
        this.foundation = foundation;
        this.administrators = administrators;
    }

    /** Install a version's package on a hospital's peer, unless it is there. */
    void install(Hospital hospital, int version) throws IOException {
        var contractPackage = foundation.contractPackage(hospital, version);
        String installed = administrators.peer(hospital, "lifecycle", "chaincode", "queryinstalled");
        if (!installed.contains(contractPackage.id())) {
            Path file = layout.contractPackage(hospital.contract(version));
            contractPackage.write(file);
            administrators.peer(hospital, "lifecycle", "chaincode", "install", file.toString());
        }
    }

    /** Have these hospitals agree that they, and nobody else, decide by this version of the contract. */
    void agree(int version, List<Hospital> hospitals) throws IOException {
        int sequence = sequence(hospitals.getFirst());
        if (sequence == 0 || !isApproved(new Definition(version, sequence, hospitals))) {
            var next = new Definition(version, sequence + 1, hospitals);
            Together.each(hospitals, hospital -> approve(hospital, next));
            commit(next);
        }
    }

    /** Whoever can approve the present agreement, and had not, has done so by this. */
    private boolean isApproved(Definition present) throws IOException {
        for (Hospital hospital : present.hospitals()) {
            if (!approve(hospital, present)) {
                return false;
            }
        }
        return true;
    }

    /** The number of the agreement that a hospital's peer knows; 0 if there is none. */
    private int sequence(Hospital hospital) throws IOException {
        String committed = administrators.peer(
                hospital, "lifecycle", "chaincode", "querycommitted", "--channelID", Consortium.CHANNEL);
        Matcher sequence = SEQUENCE.matcher(committed);
        return sequence.find() ? Integer.parseInt(sequence.group(1)) : 0;
    }

    /**
     * Approves; tells whether it could be. It could not if the number stands for another agreement, or if the peer began anew and has
     * lost what it approved under this number, which nobody can give it back.
     */
    private boolean approve(Hospital hospital, Definition definition) throws IOException {
        var possible = new boolean[] {true};
        Orderer orderer = Consortium.ORDERERS.get(
                Math.floorMod(definition.hospitals().indexOf(hospital), Consortium.ORDERERS.size()));
        Administrators.repeated(() -> {
            try {
                administrators.peer(
                        hospital,
                        command(
                                definition,
                                orderer,
                                "approveformyorg",
                                List.of(
                                        "--package-id",
                                        foundation
                                                .contractPackage(hospital, definition.version())
                                                .id())));
            } catch (ToolFailedException e) {
                boolean lost = e.output().contains(LOST);
                possible[0] = !lost && !e.output().contains(DIFFERENT);
                if (!lost && !e.output().contains(AGAIN)) {
                    throw e;
                }
            }
            return Optional.empty();
        });
        return possible[0];
    }

    private void commit(Definition definition) throws IOException {
        Hospital first = definition.hospitals().getFirst();
        Administrators.repeated(() -> {
            if (sequence(first) < definition.sequence()) {
                var endorsers = new ArrayList<String>();
                for (Hospital endorser : definition.hospitals()) {
                    endorsers.addAll(administrators.at(endorser));
                }
                administrators.peer(first, command(definition, Consortium.ORDERERS.getFirst(), "commit", endorsers));
            }
            return Optional.empty();
        });
    }

    private String[] command(Definition definition, Orderer orderer, String verb, List<String> more)
            throws IOException {
        var arguments = new ArrayList<>(List.of("lifecycle", "chaincode", verb));
        arguments.addAll(administrators.through(orderer));
        arguments.addAll(List.of(
                "--name",
                Consortium.CONTRACT,
                "--version",
                Integer.toString(definition.version()),
                "--sequence",
                Integer.toString(definition.sequence()),
                "--signature-policy",
                Consortium.endorsementPolicy(definition.hospitals())));
        arguments.addAll(more);
        return arguments.toArray(String[]::new);
    }

    /** What the hospitals agree on. */
    private record Definition(int version, int sequence, List<Hospital> hospitals) {}
}
