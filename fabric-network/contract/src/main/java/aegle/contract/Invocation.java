// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.PermissionId;
import aegle.record.RecordStatus;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.Founding;
import aegle.record.call.OwnerCall;
import aegle.record.call.Transaction;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.permission.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * One call under way: who calls, when, and the ledger as it is.
 *
 * <p>{@link #time()} is what rights are judged by: the transaction's timestamp for what is submitted, the process's clock for
 * what is evaluated. Only the former ever enters the write set.
 */
final class Invocation {
    private static final String EVENT = "changed";
    private static final int EVENT_LENGTH = 2;

    private final ChaincodeStub stub;
    private final CallerIdentity caller;
    private final LedgerState ledger;
    private final OperationLog operations;
    private final Bytes argumentsDigest;
    private final Instant time;

    private Invocation(ChaincodeStub stub, CallerIdentity caller, Bytes argumentsDigest, boolean owner, Instant time) {
        this.stub = stub;
        this.caller = caller;
        this.ledger = new LedgerState(stub);
        this.argumentsDigest = argumentsDigest;
        this.operations = new OperationLog(
                ledger,
                owner
                        ? argumentsDigest
                        : Sha256.of(
                                argumentsDigest.toByteArray(),
                                caller.key().value().toByteArray()));
        this.time = time;
    }

    /**
     * Begin a call.
     *
     * @throws RefusedException if the call is for another channel, or its timestamp too far from this process's clock
     */
    static Invocation begin(LedgerCall<?> call, byte[] arguments, ChaincodeStub stub, ContractSettings settings) {
        RefusedException.unless(
                stub.getChannelId().equals(settings.channel()),
                LedgerErrorCode.INITIALIZATION_MISMATCH,
                "this contract does not serve channel " + stub.getChannelId());
        Instant clock = settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Instant timestamp = stub.getTxTimestamp().truncatedTo(ChronoUnit.MILLIS);
        RefusedException.unless(
                Duration.between(timestamp, clock).abs().compareTo(settings.clockTolerance()) <= 0,
                LedgerErrorCode.CLOCK_OFF,
                "the call says " + timestamp + ", this hospital's clock says " + clock);
        return new Invocation(
                stub,
                CallerIdentity.of(stub),
                Sha256.of(arguments),
                call instanceof OwnerCall<?>,
                isSubmitted(call) ? timestamp : clock);
    }

    private static boolean isSubmitted(LedgerCall<?> call) {
        return call instanceof Transaction<?> || (call instanceof OwnerCall<?> owner && !owner.isEvaluated());
    }

    CallerIdentity caller() {
        return caller;
    }

    LedgerState ledger() {
        return ledger;
    }

    OperationLog operations() {
        return operations;
    }

    Bytes argumentsDigest() {
        return argumentsDigest;
    }

    Instant time() {
        return time;
    }

    String channel() {
        return stub.getChannelId();
    }

    String transactionId() {
        return stub.getTxId();
    }

    NetworkId network() {
        return ledger.find(Founding.class, LedgerKey.founding())
                .map(Founding::network)
                .orElseThrow(() -> new RefusedException(
                        LedgerErrorCode.NOT_INITIALIZED, "the network's identity and officers have not been named"));
    }

    PatientRecord record(PatientPseudonym id) {
        return ledger.find(PatientRecord.class, LedgerKey.record(id))
                .orElseThrow(() -> new RefusedException(LedgerErrorCode.RECORD_UNKNOWN, "no record " + id));
    }

    PatientRecord openRecord(PatientPseudonym id) {
        PatientRecord record = record(id);
        RefusedException.unless(
                record.status() == RecordStatus.OPEN, LedgerErrorCode.RECORD_NOT_OPEN, "record " + id + " is not open");
        return record;
    }

    /** Finds a permission of that record; one of another record counts as unknown. */
    Optional<Permission> permission(PatientPseudonym record, PermissionId permission) {
        return ledger.find(Permission.class, LedgerKey.permission(permission))
                .filter(found -> found.record().equals(record));
    }

    Permission requirePermission(PatientPseudonym record, PermissionId permission) {
        return permission(record, permission)
                .orElseThrow(
                        () -> new RefusedException(LedgerErrorCode.PERMISSION_UNKNOWN, "no permission " + permission));
    }

    /** Hints to everybody that something about this number has changed: two bytes of its digest, so that one asks again. */
    void announce(Bytes id) {
        stub.setEvent(EVENT, Arrays.copyOf(Sha256.of(id.toByteArray()).toByteArray(), EVENT_LENGTH));
    }
}
