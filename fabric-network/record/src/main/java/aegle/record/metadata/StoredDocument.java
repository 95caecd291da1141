// SPDX-License-Identifier: Apache-2.0

package aegle.record.metadata;

/** The three objects of one document generation. Envelope and label share a name; the body's may differ after a re-seal. */
public record StoredDocument(StoredObject body, StoredObject envelope, StoredObject label) {
    public StoredDocument {
        if (!envelope.key().name().equals(label.key().name())) {
            throw new IllegalArgumentException("envelope and label of a document share one name");
        }
    }

    public boolean isClinical() {
        return body.key().kind() == ObjectKind.BODY
                && envelope.key().kind() == ObjectKind.ENVELOPE
                && label.key().kind() == ObjectKind.LABEL;
    }

    public boolean isPrivate() {
        return body.key().kind() == ObjectKind.PRIVATE_BODY
                && envelope.key().kind() == ObjectKind.PRIVATE_ENVELOPE
                && label.key().kind() == ObjectKind.PRIVATE_LABEL;
    }
}
