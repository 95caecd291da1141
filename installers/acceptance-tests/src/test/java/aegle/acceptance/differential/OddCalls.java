// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.function.Executable;

/** Calls that our contract never hears of: what the gateway says to them must be told alike by every network. */
final class OddCalls {
    private static final String CHANNEL = "records";

    /** What follows are the transaction's number and paths on that peer's computer, one sentence for each peer that was asked. */
    private static final String NO_CONTRACT = "could not launch chaincode";

    private final List<Stage> stages;

    OddCalls(List<Stage> stages) {
        this.stages = stages;
    }

    Stream<Executable> all() {
        return Stream.of(
                        new Odd("elsewhere", "aegle", "findMember"),
                        new Odd(CHANNEL, "nobody", "findMember"),
                        new Odd(CHANNEL, "qscc", "GetChainInfo", CHANNEL),
                        new Odd(CHANNEL, "qscc", "GetBlockByNumber", CHANNEL, "0"),
                        new Odd(CHANNEL, "cscc", "GetChannelConfig", CHANNEL),
                        new Odd(CHANNEL, "lscc", "GetChaincodes"),
                        new Odd(CHANNEL, "_lifecycle", "QueryChaincodeDefinitions", CHANNEL))
                .flatMap(odd -> Stream.of(() -> requireAlike(odd, false), () -> requireAlike(odd, true)));
    }

    private void requireAlike(Odd odd, boolean endorsed) {
        var told = new LinkedHashSet<String>();
        var each = new ArrayList<String>();
        for (Stage stage : stages) {
            String answer = told(stage, odd, endorsed);
            told.add(answer);
            each.add(stage.name() + ": " + answer);
        }
        assertEquals(1, told.size(), () -> odd + (endorsed ? ", to be endorsed: " : ", evaluated: ") + each);
    }

    private static String told(Stage stage, Odd odd, boolean endorsed) {
        byte[][] arguments = odd.arguments.stream()
                .map(argument -> argument.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        var line = stage.line(Stage.OFFICERS.getFirst(), 0);
        try {
            if (endorsed) {
                line.endorse(odd.channel, odd.contract, odd.function, arguments);
            } else {
                line.evaluate(odd.channel, odd.contract, odd.function, arguments);
            }
            return "answered";
        } catch (GatewayException e) {
            String told = LedgerLine.told(e);
            int place = told.indexOf(NO_CONTRACT);
            return place < 0
                    ? told
                    : e.getStatus().getCode() + " " + e.getStatus().getDescription() + NO_CONTRACT;
        }
    }

    private record Odd(String channel, String contract, String function, List<String> arguments) {
        Odd(String channel, String contract, String function, String... arguments) {
            this(channel, contract, function, List.of(arguments));
        }
    }
}
