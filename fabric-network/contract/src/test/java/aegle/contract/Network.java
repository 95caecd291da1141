// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.Founding;
import aegle.record.call.MemberCalls.Initialize;
import aegle.record.call.OwnerCall;
import aegle.record.call.Transaction;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.codec.LedgerFormatException;
import aegle.record.command.OwnerAuthorization;
import aegle.record.command.OwnerCommand;
import aegle.record.member.Officer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.shim.Chaincode.Response;

/** A founded network with one contract process, and the way to call it. */
final class Network {
    static final String CHANNEL = "records";
    static final String CONTRACT = "aegle";
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final MspId NORTH = new MspId("NorthMSP");
    static final MspId SOUTH = new MspId("SouthMSP");
    static final String STORE_SECRET = "an invented secret";

    final SettableClock clock = new SettableClock(NOON);
    final Numbers numbers = new Numbers();
    final NetworkId id = new NetworkId(numbers.next(NetworkId.LENGTH));
    final Person first = Person.officer();
    final Person second = Person.officer();
    final Person foreign = Person.officer();
    private final PermissionPolicy policy;
    private PatientRecordContract contract;
    private FakeLedger ledger = new FakeLedger();
    private int transactions;

    private Network(PermissionPolicy policy) {
        this.policy = policy;
        this.contract = new PatientRecordContract(settings(clock), policy);
    }

    static Network unfounded() {
        return new Network(new PermissionPolicy());
    }

    static Network founded() {
        return founded(new PermissionPolicy());
    }

    static Network founded(PermissionPolicy policy) {
        var network = new Network(policy);
        network.call(network.first, new Initialize(network.id, network.officers()));
        return network;
    }

    List<Officer> officers() {
        return List.of(
                new Officer(first.digest(), NORTH),
                new Officer(second.digest(), NORTH),
                new Officer(foreign.digest(), SOUTH));
    }

    ContractSettings settings(Clock judgedBy) {
        return ContractSettings.of(CHANNEL, CONTRACT, List.of(store("one", 9001), store("two", 9002)), judgedBy)
                .expecting(new Founding(id, officers()));
    }

    private static StoreAccess store(String name, int port) {
        return new StoreAccess(
                name,
                "http://127.0.0.1:" + port,
                "eu-central-1",
                "aegle",
                "gate",
                StoreSecret.of(STORE_SECRET.toCharArray()));
    }

    FakeLedger ledger() {
        return ledger;
    }

    /** Goes back to, or on with, that state. */
    void continueWith(FakeLedger state) {
        ledger = state;
    }

    /** Another hospital's process, which has another clock. */
    void serveWith(Clock judgedBy) {
        contract = new PatientRecordContract(settings(judgedBy), policy);
    }

    <A extends Record> A call(Person caller, LedgerCall<A> call) {
        return decode(call, answer(stub(caller, call, Optional.empty())));
    }

    <A extends Record> A call(Patient patient, OwnerCall<A> call) {
        return callAs(patient.carrier(), patient.owner(), call);
    }

    <A extends Record> A callAs(Person carrier, Person signer, OwnerCall<A> call) {
        return decode(call, answer(stub(carrier, call, Optional.of(authorize(carrier, signer, call)))));
    }

    <A extends Record> A call(Person caller, LedgerCall<A> call, Instant timestamp) {
        var arguments = arguments(call, Optional.empty());
        return decode(call, answer(stub(caller, arguments, timestamp)));
    }

    OwnerAuthorization authorize(Person carrier, Person signer, OwnerCall<?> call) {
        return authorize(signer, command(carrier, call));
    }

    static OwnerAuthorization authorize(Person signer, OwnerCommand command) {
        return new OwnerAuthorization(command.notAfter(), signer.sign(command.bytes()));
    }

    OwnerCommand command(Person carrier, OwnerCall<?> call) {
        return new OwnerCommand(
                id,
                CHANNEL,
                CONTRACT,
                call.function(),
                call.record(),
                call.factId(),
                Sha256.of(LedgerCodec.encode((Record) call)),
                call.factVersion(),
                Sha256.of(carrier.certificate().toByteArray()),
                clock.instant().plusSeconds(30));
    }

    FakeStub stub(Person caller, LedgerCall<?> call, Optional<OwnerAuthorization> authorization) {
        return stub(caller, arguments(call, authorization), clock.instant());
    }

    FakeStub stub(Person caller, List<byte[]> arguments, Instant timestamp) {
        transactions++;
        return new FakeStub(ledger, arguments, caller.creator(), CHANNEL, timestamp, "tx" + transactions);
    }

    static List<byte[]> arguments(LedgerCall<?> call, Optional<OwnerAuthorization> authorization) {
        byte[] function = call.function().getBytes(StandardCharsets.UTF_8);
        byte[] encoded = LedgerCodec.encode((Record) call);
        return authorization
                .map(LedgerCodec::encode)
                .map(second -> List.of(function, encoded, second))
                .orElseGet(() -> List.of(function, encoded));
    }

    /** Lets the contract answer; commits what a submitted call has written. */
    byte[] answer(FakeStub stub) {
        Response response = contract.invoke(stub);
        if (response.getStatusCode() != 200) {
            if (!stub.writes().isEmpty()) {
                throw new IllegalStateException("a refused call has written");
            }
            throw new RefusedCall(response.getMessage());
        }
        stub.commit();
        return response.getPayload();
    }

    static boolean isSubmitted(LedgerCall<?> call) {
        return call instanceof Transaction<?> || (call instanceof OwnerCall<?> owned && !owned.isEvaluated());
    }

    static <A extends Record> A decode(LedgerCall<A> call, byte[] answer) {
        try {
            return LedgerCodec.decode(call.answerType(), answer);
        } catch (LedgerFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    Bytes number() {
        return numbers.next(16);
    }

    /** What a client sees of a refusal. */
    static final class RefusedCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedCall(String message) {
            super(message);
        }

        LedgerErrorCode code() {
            String message = String.valueOf(getMessage());
            return LedgerErrorCode.valueOf(message.substring(0, message.indexOf(':')));
        }
    }
}
