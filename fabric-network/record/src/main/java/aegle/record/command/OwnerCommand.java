// SPDX-License-Identifier: Apache-2.0

package aegle.record.command;

import aegle.record.Bytes;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.codec.FieldWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One act of a record's owner, as she signs it: {@code "AEGLE-CMD-V1\0" ‖ lp of each component in order}
 * ({@code docs/encoding.md}).
 *
 * <p>The contract builds the command anew from the call that it received and checks the signature over that, so a signature
 * serves one call of one certificate on one network, once.
 *
 * @param fact the fact that is created or changed; empty when it is the record itself
 * @param argumentsDigest SHA-256 of the call's first argument as sent
 * @param factVersion the version that is changed; 0 for a creation and for evaluations
 * @param creatorDigest SHA-256 of the certificate (DER) that carries the call
 */
public record OwnerCommand(
        NetworkId network,
        String channel,
        String contract,
        String function,
        PatientPseudonym record,
        Bytes fact,
        Bytes argumentsDigest,
        long factVersion,
        Bytes creatorDigest,
        Instant notAfter) {

    public byte[] bytes() {
        return new FieldWriter()
                .raw("AEGLE-CMD-V1\0".getBytes(StandardCharsets.US_ASCII))
                .field(network.value().toByteArray())
                .field(channel)
                .field(contract)
                .field(function)
                .field(record.value().toByteArray())
                .field(fact.toByteArray())
                .field(argumentsDigest.toByteArray())
                .field(factVersion)
                .field(creatorDigest.toByteArray())
                .field(notAfter.toEpochMilli())
                .toByteArray();
    }
}
