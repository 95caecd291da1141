// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.record.CommitmentKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The first ledger entry of a document that was rotated since, so that what its uploader signed stays checkable: both
 * commitments open to the same content. Takes over and closes the first commitment key.
 */
public final class DocumentOrigin implements AutoCloseable {
    private final FirstEntry entry;
    private final UploadStatement upload;
    private final Instant time;
    private final CommitmentKey commitmentKey;
    private final Optional<Octets> countersignature;

    public DocumentOrigin(
            FirstEntry entry,
            UploadStatement upload,
            Instant time,
            CommitmentKey commitmentKey,
            Optional<Octets> countersignature) {
        this.entry = entry;
        this.upload = upload;
        this.time = time;
        this.commitmentKey = commitmentKey;
        this.countersignature = countersignature;
    }

    /**
     * Where the first entry stood.
     *
     * @param recordId the pseudonym of then
     * @param ownerKey PKS_P of then, SubjectPublicKeyInfo
     */
    public record FirstEntry(Digest networkId, String channel, Digest recordId, Octets ownerKey, String category) {
        public FirstEntry {
            TextBounds.requireLedgerName("category", category);
            channel = TextBounds.bounded("channel", channel, 255);
        }
    }

    public FirstEntry entry() {
        return entry;
    }

    public UploadStatement upload() {
        return upload;
    }

    public Instant time() {
        return time;
    }

    public CommitmentKey commitmentKey() {
        return commitmentKey;
    }

    /** Returns sigP, if she had countersigned. */
    public Optional<Octets> countersignature() {
        return countersignature;
    }

    JsonObject json() {
        var json = new JsonObject()
                .digest("networkId", entry.networkId())
                .text("channel", entry.channel())
                .digest("ID", entry.recordId())
                .octets("PKS_P", entry.ownerKey())
                .text("cat", entry.category())
                .digest("commit", upload.commitment())
                .secret("r", commitmentKey.reveal())
                .id("uploaderId", upload.uploader())
                .number("time", time.toEpochMilli())
                .octets("sigD", upload.signature());
        countersignature.ifPresent(signature -> json.octets("sigP", signature));
        return json;
    }

    static DocumentOrigin read(JsonFields fields) {
        return new DocumentOrigin(
                new FirstEntry(
                        fields.digest("networkId"),
                        fields.text("channel"),
                        fields.digest("ID"),
                        fields.octets("PKS_P"),
                        fields.text("cat")),
                new UploadStatement(fields.digest("commit"), fields.id("uploaderId"), fields.octets("sigD")),
                Instant.ofEpochMilli(fields.integer("time")),
                CommitmentKey.of(fields.binary("r")),
                fields.optional("sigP", fields::octets));
    }

    @Override
    public void close() {
        commitmentKey.close();
    }

    @Override
    public String toString() {
        return "DocumentOrigin[secret]";
    }
}
