// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.record.Bytes;
import aegle.record.RequestId;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.permission.Right;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arguments are untrusted. */
class ArgumentTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();

    @Test
    void an_unknown_function_is_refused() {
        refused(LedgerErrorCode.FUNCTION_UNKNOWN, "dropEverything", new byte[1]);
    }

    @Test
    void an_argument_that_is_no_such_call_is_refused() {
        byte[] good = LedgerCodec.encode(new FindRecord(patient.record()));
        byte[] ofNewerVersion = good.clone();
        ofNewerVersion[0] = 2;

        refused(LedgerErrorCode.ARGUMENT_MALFORMED, "listRequests", good);
        refused(LedgerErrorCode.ARGUMENT_MALFORMED, "findRecord", new byte[0]);
        refused(LedgerErrorCode.FORMAT_VERSION_UNKNOWN, "findRecord", ofNewerVersion);
        refused(LedgerErrorCode.ARGUMENT_TOO_LARGE, "findRecord", new byte[LedgerCodec.MAX_LENGTH + 1]);
    }

    @Test
    void a_call_without_arguments_is_refused() {
        var arguments = List.of("findRecord".getBytes(StandardCharsets.UTF_8));
        var stub = network.stub(patient.carrier(), arguments, network.clock.instant());

        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, () -> network.answer(stub));
    }

    @Test
    void a_record_is_opened_with_one_key_of_its_own_for_each_category() {
        Patient anna = Patient.of(network.numbers.next(32));
        OpenRecord good = anna.opening(network.id);
        var missing = new OpenRecord(
                good.record(), good.ownerKey(), good.categoryKeys().subList(0, 2));
        var foreign = new OpenRecord(
                good.record(), good.ownerKey(), patient.opening(network.id).categoryKeys());

        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, () -> network.call(anna, missing));
        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, () -> network.call(anna, foreign));
    }

    @Test
    void a_permission_that_would_be_over_is_refused() {
        var scope = clinic.scope(Clinic.LAB, Duration.ofHours(-2), Duration.ofHours(-1), Right.READ);
        var granting = clinic.granting(patient, clinic.newClinician(), scope);

        assertRefused(LedgerErrorCode.PERMISSION_INVALID, () -> network.call(patient, granting));
    }

    @Test
    void a_grant_under_another_name_is_refused() {
        var good = clinic.granting(patient, clinic.newClinician(), clinic.scope(Clinic.LAB, Right.READ));
        var bad = new GrantPermission(
                good.record(),
                good.permission(),
                good.grantee(),
                good.scope(),
                clinic.grantObject(good.permission(), 2));

        assertRefused(LedgerErrorCode.PERMISSION_INVALID, () -> network.call(patient, bad));
    }

    @Test
    void a_request_is_answered_once_in_its_time() {
        var clinician = clinic.newClinician();
        AccessRequest request = network.call(clinician.person(), request(Duration.ofDays(1)));
        var answer = new AnswerRequest(patient.record(), request.id(), RequestStatus.ALLOWED, 1);
        AccessRequest answered = network.call(patient, answer);

        assertEquals(answered, network.call(patient, answer));
        assertEquals(
                List.of(answered),
                network.call(clinician.person(), new ListOwnRequests(10, "")).requests());
        var again = new AnswerRequest(patient.record(), request.id(), RequestStatus.DECLINED, 2);
        assertRefused(LedgerErrorCode.REQUEST_ANSWERED, () -> network.call(patient, again));
    }

    @Test
    void a_request_that_has_expired_is_not_answered() {
        AccessRequest request = network.call(clinic.newClinician().person(), request(Duration.ofMinutes(5)));
        network.clock.pass(Duration.ofMinutes(5));
        var answer = new AnswerRequest(patient.record(), request.id(), RequestStatus.ALLOWED, 1);

        assertRefused(LedgerErrorCode.REQUEST_EXPIRED, () -> network.call(patient, answer));
    }

    @Test
    void a_request_without_content_or_with_too_much_is_refused() {
        Person person = clinic.newClinician().person();

        assertRefused(LedgerErrorCode.ARGUMENT_MALFORMED, () -> network.call(person, request(0)));
        assertRefused(
                LedgerErrorCode.ARGUMENT_TOO_LARGE,
                () -> network.call(person, request(AccessRequest.MAX_SEALED_LENGTH + 1)));
    }

    private RequestAccess request(Duration life) {
        return new RequestAccess(
                patient.record(),
                new RequestId(network.number()),
                Bytes.of((byte) 1),
                network.clock.instant().plus(life));
    }

    private RequestAccess request(int length) {
        return new RequestAccess(
                patient.record(),
                new RequestId(network.number()),
                Bytes.of(new byte[length]),
                network.clock.instant().plus(Duration.ofDays(1)));
    }

    private void refused(LedgerErrorCode code, String function, byte... argument) {
        var arguments = List.of(function.getBytes(StandardCharsets.UTF_8), argument);
        var stub = network.stub(patient.carrier(), arguments, network.clock.instant());
        assertRefused(code, () -> network.answer(stub));
    }
}
