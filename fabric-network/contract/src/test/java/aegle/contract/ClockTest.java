// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.contract.Clinic.Clinician;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.ListMembers;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClockTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();
    private final Clinician clinician = clinic.newClinician();

    @Test
    void a_timestamp_within_the_tolerance_is_taken_and_one_beyond_is_not() {
        var query = new ListMembers("", Optional.empty(), 10, "");
        assertEquals(1, at(query, Duration.ofMinutes(1)));
        assertEquals(1, at(query, Duration.ofMinutes(-1)));

        assertRefused(LedgerErrorCode.CLOCK_OFF, () -> at(query, Duration.ofMillis(60_001)));
        assertRefused(LedgerErrorCode.CLOCK_OFF, () -> at(query, Duration.ofMillis(-60_001)));
    }

    @Test
    void a_refusal_for_the_clock_names_both_times() {
        Instant late = Network.NOON.minusSeconds(120);
        var query = new ListMembers("", Optional.empty(), 10, "");
        var refusal = assertThrows(Network.RefusedCall.class, () -> network.call(patient.carrier(), query, late));

        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(late.toString()));
        assertTrue(message.contains(Network.NOON.toString()));
    }

    @Test
    void what_is_submitted_is_judged_by_the_timestamp_and_writes_nothing_else() {
        Permission permission = clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.WRITE));
        var call = clinic.adding(patient, clinician, permission, Clinic.LAB);

        Map<String, String> here = writes(call, network.clock);
        Map<String, String> elsewhere = writes(call, Clock.fixed(Network.NOON.plusSeconds(47), ZoneOffset.UTC));
        assertEquals(here, elsewhere);
    }

    @Test
    void what_is_evaluated_is_judged_by_the_process_clock() {
        Duration hour = Duration.ofHours(1);
        Permission permission =
                clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Duration.ZERO, hour, Right.READ));
        var query = new FindGrantedRecord(patient.record(), permission.id());
        network.clock.pass(hour);
        Instant before = network.clock.instant().minusSeconds(30);

        assertRefused(LedgerErrorCode.PERMISSION_EXPIRED, () -> network.call(clinician.person(), query, before));
    }

    @Test
    void a_permission_counts_from_its_first_instant_until_before_its_last() {
        Duration hour = Duration.ofHours(1);
        Permission permission =
                clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, hour, hour.plus(hour), Right.READ));
        var query = new FindGrantedRecord(patient.record(), permission.id());
        network.clock.pass(hour.minusMillis(1));
        assertRefused(LedgerErrorCode.PERMISSION_NOT_YET_VALID, () -> network.call(clinician.person(), query));

        network.clock.pass(Duration.ofMillis(1));
        assertEquals(
                patient.record(),
                network.call(clinician.person(), query).record().id());
        network.clock.pass(hour.minusMillis(1));
        assertEquals(
                patient.record(),
                network.call(clinician.person(), query).record().id());
        network.clock.pass(Duration.ofMillis(1));
        assertRefused(LedgerErrorCode.PERMISSION_EXPIRED, () -> network.call(clinician.person(), query));
    }

    @Test
    void a_timestamp_of_nanoseconds_is_counted_in_milliseconds() {
        Permission permission = clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.WRITE));
        var call = clinic.adding(patient, clinician, permission, Clinic.LAB);

        var entry = network.call(clinician.person(), call, Network.NOON.plusNanos(1_999_999));
        assertEquals(Network.NOON.plusMillis(1), entry.recordedAt());
    }

    @Test
    void a_contract_serves_its_own_channel_alone() {
        var call = new ListMembers("", Optional.empty(), 10, "");
        var stub = new FakeStub(
                network.ledger(),
                Network.arguments(call, Optional.empty()),
                patient.carrier().creator(),
                "another",
                Network.NOON,
                "tx");

        assertRefused(LedgerErrorCode.INITIALIZATION_MISMATCH, () -> network.answer(stub));
        assertArrayEquals(new String[0], stub.writes().keySet().toArray(String[]::new));
    }

    private int at(LedgerCall<?> call, Duration ahead) {
        var arguments = Network.arguments(call, Optional.empty());
        return network.answer(network.stub(patient.carrier(), arguments, Network.NOON.plus(ahead)))[0];
    }

    private Map<String, String> writes(LedgerCall<?> call, Clock judgedBy) {
        FakeLedger before = network.ledger().copy();
        network.serveWith(judgedBy);
        var stub = new FakeStub(
                network.ledger(),
                Network.arguments(call, Optional.empty()),
                clinician.person().creator(),
                Network.CHANNEL,
                Network.NOON,
                "tx");
        network.answer(stub);
        network.continueWith(before);
        var writes = new TreeMap<String, String>();
        stub.writes()
                .forEach((key, value) -> writes.put(
                        key,
                        value.map(bytes -> aegle.record.Bytes.of(bytes).hex()).orElse("deleted")));
        return writes;
    }
}
