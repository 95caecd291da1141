// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.client.ledger.FabricRecordLedger;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.call.OwnerCall;
import aegle.record.command.TaggedSignature;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.SharingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A command as its owner has signed it, in the hands of somebody else. */
record HeldCommand<A extends Record>(
        OwnerCall<A> call, Instant signedAt, TaggedSignature signature, ConnectionProfile profile) {

    /** Have the owner sign a call for a network and keep it from being sent. */
    static <A extends Record> HeldCommand<A> of(
            PatientDesk owner, OwnerCall<A> call, Instant signedAt, ConnectionProfile network) throws SharingException {
        var signature = new AtomicReference<TaggedSignature>();
        try (var ledger = new FabricRecordLedger(
                network, owner.certificate, owner.keys.signing(), Clock.fixed(signedAt, ZoneOffset.UTC))) {
            assertThrows(
                    NotSent.class,
                    () -> ledger.perform(call, command -> {
                        signature.set(owner.keys.sign(command));
                        throw new NotSent();
                    }));
        }
        return new HeldCommand<>(call, signedAt, signature.get(), network);
    }

    <B extends Record> HeldCommand<B> with(OwnerCall<B> otherCall) {
        return new HeldCommand<>(otherCall, signedAt, signature, profile);
    }

    HeldCommand<A> saidToBeSignedAt(Instant otherTime) {
        return new HeldCommand<>(call, otherTime, signature, profile);
    }

    HeldCommand<A> on(ConnectionProfile otherNetwork) {
        return new HeldCommand<>(call, signedAt, signature, otherNetwork);
    }

    A carriedBy(PatientDesk carrier) throws SharingException {
        return carriedBy(carrier.certificate, carrier.keys.signing(), profile);
    }

    A carriedBy(X509Certificate certificate, SigningKeyPair key, ConnectionProfile network) throws SharingException {
        try (var ledger = new FabricRecordLedger(network, certificate, key, Clock.fixed(signedAt, ZoneOffset.UTC))) {
            return ledger.perform(call, _ -> signature);
        }
    }

    private static final class NotSent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
