// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.RecordStatus;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.codec.FieldWriter;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.codec.LedgerFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hyperledger.fabric.shim.Chaincode.Response;

/**
 * Any argument of any function, from anybody of the {@link Ward}: the first byte says who calls, the second which function,
 * the rest is the argument. An owner's call that can be read is signed, so that what follows the signature is met, too.
 */
public final class ContractFuzzTarget {
    private static final Ward WARD = new Ward();
    private static final CallCells CELLS = new CallCells(WARD);
    private static final List<Actor> ACTORS = List.of(Actor.values());
    private static final PatientRecordContract CONTRACT =
            new PatientRecordContract(WARD.network.settings(WARD.network.clock));
    private static final List<String> FUNCTIONS = Stream.concat(
                    Stream.of("", "dropEverything"),
                    CONTRACT.functions().stream().sorted())
            .toList();
    private static final Map<String, Class<? extends Record>> CALLS = calls();

    private ContractFuzzTarget() {}

    public static boolean accepts(byte[] input) {
        if (input.length < 2) {
            return false;
        }
        Actor actor = ACTORS.get((input[0] & 0xff) % ACTORS.size());
        String function = FUNCTIONS.get((input[1] & 0xff) % FUNCTIONS.size());
        var arguments = new ArrayList<byte[]>();
        arguments.add(function.getBytes(StandardCharsets.UTF_8));
        arguments.add(Arrays.copyOfRange(input, 2, input.length));
        authorization(actor, function, arguments.getLast()).ifPresent(arguments::add);
        var stub = WARD.network.stub(WARD.person(actor), arguments, WARD.network.clock.instant());
        Response response = CONTRACT.invoke(stub);
        if (response.getStatusCode() == 200) {
            return true;
        }
        requireRefusal(response, stub);
        return false;
    }

    /** Every call of the matrix, by somebody who may make it and by somebody who may not. */
    public static List<byte[]> seeds() {
        WARD.reset(RecordStatus.OPEN);
        var seeds = new ArrayList<byte[]>();
        for (String row : CELLS.rows()) {
            for (Actor actor : List.of(Actor.OWNER, Actor.READER_WRITER, Actor.FIRST_OFFICER)) {
                LedgerCall<?> call = CELLS.call(row, actor);
                seeds.add(new FieldWriter()
                        .raw((byte) ACTORS.indexOf(actor), (byte) FUNCTIONS.indexOf(call.function()))
                        .raw(LedgerCodec.encode((Record) call))
                        .toByteArray());
            }
        }
        return seeds;
    }

    private static Optional<byte[]> authorization(Actor actor, String function, byte[] argument) {
        var type = CALLS.get(function);
        if (type == null) {
            return Optional.empty();
        }
        try {
            return LedgerCodec.decode(type, argument) instanceof OwnerCall<?> call
                    ? Optional.of(
                            LedgerCodec.encode(WARD.network.authorize(WARD.person(actor), WARD.signer(actor), call)))
                    : Optional.empty();
        } catch (LedgerFormatException e) {
            return Optional.empty();
        }
    }

    private static void requireRefusal(Response response, FakeStub stub) {
        String message = response.getMessage();
        int end = message.indexOf(": ");
        if (end < 0 || Stream.of(LedgerErrorCode.values()).noneMatch(code -> message.startsWith(code + ": "))) {
            throw new AssertionError("no code in a refusal: " + message);
        }
        if (!stub.writes().isEmpty()) {
            throw new AssertionError("a refused call has written");
        }
    }

    private static Map<String, Class<? extends Record>> calls() {
        return CELLS.rows().stream()
                .map(row -> CELLS.call(row, Actor.OWNER))
                .collect(Collectors.toMap(
                        LedgerCall::function,
                        call -> call.getClass().asSubclass(Record.class),
                        (first, _) -> first,
                        TreeMap::new));
    }
}
