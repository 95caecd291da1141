// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.record.Bytes;
import aegle.record.NetworkId;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.OwnerAuthorization;
import aegle.record.command.OwnerCommand;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OwnerCommandTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();

    @TestFactory
    Stream<DynamicTest> a_command_with_any_field_changed_is_refused() {
        var call = new RevokePermission(patient.record(), permission().id(), 1);
        OwnerCommand good = network.command(patient.carrier(), call);
        Bytes other = network.numbers.next(32);
        return Stream.of(
                        command(good, new NetworkId(other), good.channel(), good.contract()),
                        command(good, good.network(), "elsewhere", good.contract()),
                        command(good, good.network(), good.channel(), "another"),
                        act(good, "grantPermission", good.record(), good.fact(), good.argumentsDigest()),
                        act(good, good.function(), clinic.newPatient().record(), good.fact(), good.argumentsDigest()),
                        act(good, good.function(), good.record(), network.number(), good.argumentsDigest()),
                        act(good, good.function(), good.record(), good.fact(), other),
                        carried(good, 2, good.creatorDigest()),
                        carried(good, 1, other))
                .map(changed -> DynamicTest.dynamicTest(
                        changed.toString(),
                        () -> assertRefused(
                                LedgerErrorCode.OWNER_COMMAND_INVALID,
                                () -> send(call, Network.authorize(patient.owner(), changed)))));
    }

    @Test
    void a_command_with_another_end_than_the_signed_one_is_refused() {
        var call = new RevokePermission(patient.record(), permission().id(), 1);
        OwnerAuthorization signed = network.authorize(patient.carrier(), patient.owner(), call);
        var stretched = new OwnerAuthorization(signed.notAfter().plusSeconds(1), signed.signature());

        assertRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, () -> send(call, stretched));
    }

    @Test
    void a_command_for_other_arguments_is_refused() {
        Permission permission = permission();
        var granting = clinic.granting(patient, clinic.newClinician(), clinic.scope(Clinic.LAB, Right.READ));
        OwnerAuthorization signed = network.authorize(patient.carrier(), patient.owner(), granting);
        var widened = new GrantPermission(
                granting.record(), granting.permission(), permission.grantee(), granting.scope(), granting.grant());

        assertRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, () -> send(widened, signed));
    }

    @Test
    void a_call_without_a_command_is_refused() {
        assertRefused(
                LedgerErrorCode.OWNER_COMMAND_MISSING,
                () -> network.call(patient.carrier(), new FindRecord(patient.record())));
    }

    @Test
    void a_command_that_has_passed_is_refused() {
        var call = new RevokePermission(patient.record(), permission().id(), 1);
        OwnerAuthorization signed = network.authorize(patient.carrier(), patient.owner(), call);
        network.clock.pass(Duration.ofSeconds(31));

        assertRefused(LedgerErrorCode.OWNER_COMMAND_EXPIRED, () -> send(call, signed));
    }

    @Test
    void a_command_is_good_until_its_last_millisecond() {
        var call = new RevokePermission(patient.record(), permission().id(), 1);
        OwnerAuthorization signed = network.authorize(patient.carrier(), patient.owner(), call);
        network.clock.pass(Duration.ofSeconds(30));

        assertEquals(1, network.answer(network.stub(patient.carrier(), call, Optional.of(signed)))[0]);
    }

    @Test
    void an_evaluation_is_commanded_for_a_minute_at_most() {
        var call = new FindRecord(patient.record());

        assertRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, () -> send(call, goodFor(call, Duration.ofSeconds(61))));
        assertEquals(
                1,
                network.answer(network.stub(
                        patient.carrier(), call, Optional.of(goodFor(call, Duration.ofMinutes(1)))))[0]);
    }

    @Test
    void a_submitted_call_is_commanded_for_ten_minutes_at_most() {
        var call = new RevokePermission(patient.record(), permission().id(), 1);

        assertRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, () -> send(call, goodFor(call, Duration.ofSeconds(601))));
        assertEquals(
                1,
                network.answer(network.stub(
                        patient.carrier(), call, Optional.of(goodFor(call, Duration.ofMinutes(10)))))[0]);
    }

    @Test
    void a_command_carried_out_cannot_be_sent_by_somebody_else() {
        var call = new RevokePermission(patient.record(), permission().id(), 1);
        OwnerAuthorization signed = network.authorize(patient.carrier(), patient.owner(), call);
        var stub = network.stub(Person.patient(), call, Optional.of(signed));

        assertRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, () -> network.answer(stub));
    }

    @Test
    void a_third_argument_is_refused() {
        var call = new FindRecord(patient.record());
        List<byte[]> arguments = new java.util.ArrayList<>(
                Network.arguments(call, Optional.of(network.authorize(patient.carrier(), patient.owner(), call))));
        arguments.add(new byte[1]);
        var stub = network.stub(patient.carrier(), arguments, network.clock.instant());

        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, () -> network.answer(stub));
    }

    private Permission permission() {
        return clinic.grant(patient, clinic.newClinician(), clinic.scope(Clinic.LAB, Right.READ));
    }

    private void send(aegle.record.call.OwnerCall<?> call, OwnerAuthorization authorization) {
        network.answer(network.stub(patient.carrier(), call, Optional.of(authorization)));
    }

    private OwnerAuthorization goodFor(aegle.record.call.OwnerCall<?> call, Duration time) {
        OwnerCommand good = network.command(patient.carrier(), call);
        return Network.authorize(
                patient.owner(),
                new OwnerCommand(
                        good.network(),
                        good.channel(),
                        good.contract(),
                        good.function(),
                        good.record(),
                        good.fact(),
                        good.argumentsDigest(),
                        good.factVersion(),
                        good.creatorDigest(),
                        network.clock.instant().plus(time)));
    }

    private static OwnerCommand command(OwnerCommand good, NetworkId id, String channel, String contract) {
        return new OwnerCommand(
                id,
                channel,
                contract,
                good.function(),
                good.record(),
                good.fact(),
                good.argumentsDigest(),
                good.factVersion(),
                good.creatorDigest(),
                good.notAfter());
    }

    private static OwnerCommand act(
            OwnerCommand good, String function, aegle.record.PatientPseudonym record, Bytes fact, Bytes arguments) {
        return new OwnerCommand(
                good.network(),
                good.channel(),
                good.contract(),
                function,
                record,
                fact,
                arguments,
                good.factVersion(),
                good.creatorDigest(),
                good.notAfter());
    }

    private static OwnerCommand carried(OwnerCommand good, long version, Bytes creator) {
        return new OwnerCommand(
                good.network(),
                good.channel(),
                good.contract(),
                good.function(),
                good.record(),
                good.fact(),
                good.argumentsDigest(),
                version,
                creator,
                good.notAfter());
    }
}
