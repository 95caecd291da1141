// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.record.Bytes;
import aegle.record.NetworkId;
import aegle.record.codec.FieldWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What an officer signs when she asks the membership service for something: {@code "AEGLE-OFFICER-V1\0" ‖ lp of each component in
 * order}. It names the network, the call and what the call is about, and serves once, for a short while.
 *
 * @param call the call's path, such as {@code list-applications}
 * @param subject what the call is about; empty if the call needs nothing more
 * @param certificate the officer's certificate, DER
 */
public record OfficerStatement(
        NetworkId network, String call, Bytes subject, Bytes certificate, Instant time, Bytes nonce) {
    public static final int NONCE_LENGTH = 16;

    public OfficerStatement {
        nonce.requireLength(NONCE_LENGTH, "the nonce");
    }

    public byte[] bytes() {
        return new FieldWriter()
                .raw("AEGLE-OFFICER-V1\0".getBytes(StandardCharsets.US_ASCII))
                .field(network.value().toByteArray())
                .field(call)
                .field(subject.toByteArray())
                .field(certificate.toByteArray())
                .field(time.toEpochMilli())
                .field(nonce.toByteArray())
                .toByteArray();
    }
}
