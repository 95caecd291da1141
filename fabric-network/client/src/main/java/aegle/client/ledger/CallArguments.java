// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.crypto.Digest;
import aegle.record.Bytes;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.codec.LedgerCodec;
import aegle.record.command.OwnerAuthorization;
import aegle.record.command.OwnerCommand;
import aegle.sharing.CommandSigner;
import aegle.sharing.ConnectionProfile;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Writes a call's arguments: its encoding and, for an owner's call, her authorization ({@code record/docs/encoding.md}). */
final class CallArguments {
    /** The contract allows 60 s by its own clock; the rest is for clocks that differ. */
    private static final Duration EVALUATION = Duration.ofSeconds(45);

    private static final Duration SUBMISSION = Duration.ofMinutes(5);

    private final ConnectionProfile profile;
    private final Bytes creator;
    private final Clock clock;

    CallArguments(ConnectionProfile profile, X509Certificate certificate, Clock clock) {
        this.profile = profile;
        this.clock = clock;
        try {
            this.creator = Bytes.of(Digest.sha256Of(certificate.getEncoded()).bytes());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    byte[][] of(LedgerCall<?> call) {
        return new byte[][] {encoded(call)};
    }

    /** Writes the arguments and has them signed, from now on for a short time. */
    byte[][] of(OwnerCall<?> call, CommandSigner owner) {
        byte[] first = encoded(call);
        var notAfter = clock.instant()
                .plus(call.isEvaluated() ? EVALUATION : SUBMISSION)
                .truncatedTo(ChronoUnit.MILLIS);
        var command = new OwnerCommand(
                profile.network(),
                profile.channel(),
                profile.contract(),
                call.function(),
                call.record(),
                call.factId(),
                Bytes.of(Digest.sha256Of(first).bytes()),
                call.factVersion(),
                creator,
                notAfter);
        var authorization = new OwnerAuthorization(notAfter, owner.sign(command.bytes()));
        return new byte[][] {first, LedgerCodec.encode(authorization)};
    }

    private static byte[] encoded(LedgerCall<?> call) {
        return LedgerCodec.encode((Record) call);
    }
}
