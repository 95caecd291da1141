// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.record.CommitmentKey;
import aegle.crypto.record.ContentDigest;
import aegle.crypto.record.DocumentKey;
import aegle.crypto.record.SurfaceKey;

/** The fields of an envelope's JSON, version 1, in their order. */
final class EnvelopeFormat {
    private EnvelopeFormat() {}

    static JsonObject json(Envelope envelope) {
        var keys = envelope.keys();
        var description = envelope.description();
        var upload = envelope.upload();
        var json = envelope.context()
                .appendTo(JsonObject.versioned(Envelope.FORMAT))
                .secret("dek", keys.documentKey().reveal());
        keys.surfaceKey().ifPresent(key -> json.secret("surface", key.reveal()));
        json.secret("r", keys.commitmentKey().reveal())
                .digest("sha256", description.content().sha256())
                .number("len", description.content().length())
                .text("name", description.name())
                .text("mime", description.mediaType())
                .text("title", description.title())
                .digest("commit", upload.commitment())
                .id("uploaderId", upload.uploader())
                .octets("uploaderSig", upload.signature());
        envelope.origin().ifPresent(origin -> json.object("origin", origin.json()));
        return json;
    }

    static Envelope read(JsonFields fields) {
        var keys = new DocumentKeys(
                DocumentKey.of(fields.binary("dek")),
                CommitmentKey.of(fields.binary("r")),
                fields.optional("surface", name -> SurfaceKey.of(fields.binary(name))));
        var content = new ContentDigest(fields.digest("sha256"), fields.integer("len"));
        return new Envelope(
                SealedContext.read(fields),
                keys,
                new DocumentDescription(content, fields.text("name"), fields.text("mime"), fields.text("title")),
                new UploadStatement(fields.digest("commit"), fields.id("uploaderId"), fields.octets("uploaderSig")),
                fields.optional("origin", name -> fields.object(name).readWith(DocumentOrigin::read)));
    }
}
