// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.client.ledger.HospitalPeer.Caller;
import aegle.crypto.identity.DerSignature;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.call.Query;
import aegle.record.call.Transaction;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.codec.LedgerFormatException;
import aegle.sharing.CommandSigner;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * The ledger of a connection profile, reached through Fabric Gateway in the name of one certificate.
 *
 * <p>Safe for use by many threads. Calls can be interrupted; they then end with {@link java.util.concurrent.CancellationException},
 * and the outcome of a submit is unknown. Closing ends calls that still run.
 */
public final class FabricRecordLedger implements RecordLedger {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final ConnectionProfile profile;
    private final LedgerDeadlines deadlines;
    private final CallArguments arguments;
    private final Hospitals hospitals;
    private final ChangeWatch watch;

    /**
     * A ledger whose connections are opened when they are first needed.
     *
     * @param certificate issued by the profile's membership service for {@code key}
     * @param key is used and not closed; close it after the ledger
     */
    public FabricRecordLedger(ConnectionProfile profile, X509Certificate certificate, SigningKeyPair key, Clock clock) {
        this(profile, certificate, key, clock, LedgerDeadlines.standard());
    }

    public FabricRecordLedger(
            ConnectionProfile profile,
            X509Certificate certificate,
            SigningKeyPair key,
            Clock clock,
            LedgerDeadlines deadlines) {
        var identity = new X509Identity(profile.membership().mspId(), certificate);
        var caller = new Caller(identity, message -> DerSignature.sign(key, message), deadlines);
        this.profile = profile;
        this.deadlines = deadlines;
        this.arguments = new CallArguments(profile, certificate, clock);
        this.hospitals = new Hospitals(profile.peers().stream()
                .map(peer -> HospitalPeer.of(profile, peer, caller))
                .toList());
        this.watch = new ChangeWatch(hospitals);
    }

    @Override
    public NetworkId network() {
        return profile.network();
    }

    @Override
    public String channel() {
        return profile.channel();
    }

    @Override
    public String answeringHospital() {
        return hospitals.answering();
    }

    @Override
    public <A extends Record> A submit(Transaction<A> call) throws SharingException {
        return submitted(call, () -> arguments.of(call));
    }

    @Override
    public <A extends Record> A evaluate(Query<A> call) throws SharingException {
        return evaluated(call, () -> arguments.of(call));
    }

    @Override
    public <A extends Record> A perform(OwnerCall<A> call, CommandSigner owner) throws SharingException {
        Supplier<byte[][]> signed = () -> arguments.of(call, owner);
        return call.isEvaluated() ? evaluated(call, signed) : submitted(call, signed);
    }

    @Override
    public AutoCloseable onChange(PatientPseudonym record, Runnable hint) {
        return watch.subscribe(record, hint);
    }

    @Override
    public void close() {
        hospitals.close();
        watch.close();
    }

    private <A extends Record> A evaluated(LedgerCall<A> call, Supplier<byte[][]> signed) throws SharingException {
        return decoded(
                call, hospitals.ask(PATIENCE, peer -> peer.evaluate(call.function(), signed.get()), hospitals::avoid));
    }

    private <A extends Record> A submitted(LedgerCall<A> call, Supplier<byte[][]> signed) throws SharingException {
        return decoded(call, new Submission(hospitals, call.function(), signed, deadlines.commit()).run());
    }

    private static <A extends Record> A decoded(LedgerCall<A> call, byte[] answer) throws SharingException {
        try {
            return LedgerCodec.decode(call.answerType(), answer);
        } catch (LedgerFormatException e) {
            if (e.code() == LedgerErrorCode.FORMAT_VERSION_UNKNOWN) {
                throw new LedgerRefusalException(e.code(), "this program is too old to read the ledger's answer");
            }
            throw new LedgerUnavailableException("the answer to " + call.function() + " cannot be read", e);
        }
    }
}
