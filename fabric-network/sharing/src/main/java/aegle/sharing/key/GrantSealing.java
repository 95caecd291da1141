// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.GrantContent;
import aegle.crypto.seal.GrantContext;
import aegle.crypto.seal.GrantTooLargeException;
import aegle.crypto.seal.GrantedKeys;
import aegle.crypto.seal.GrantedKeys.CategoryKeys;
import aegle.crypto.seal.GrantedKeys.GrantedFile;
import aegle.crypto.seal.GrantedPatient;
import aegle.crypto.seal.SealedGrant;
import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.DocumentId;
import aegle.record.PermissionId;
import aegle.record.command.SignedStatement;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.sharing.SharingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals to one clinician what her permission needs: the categories' keys of every epoch, or the envelopes of single documents, or
 * nothing to read with. The root SKAES_P never leaves the wallet.
 */
public final class GrantSealing {
    private final OwnedRecord owned;
    private final PatientCard card;
    private final EnvelopeSource envelopes;

    public GrantSealing(OwnedRecord owned, PatientCard card, EnvelopeSource envelopes) {
        this.owned = owned;
        this.card = card;
        this.envelopes = envelopes;
    }

    /**
     * Seal the keys for a permission.
     *
     * @param version of the grant, from 1
     * @param epochs the current epoch of each category; the grant opens all epochs up to it
     */
    public Grant seal(
            PermissionId permission,
            Member grantee,
            PermissionScope scope,
            int version,
            Map<DocumentCategory, Integer> epochs)
            throws SharingException {
        var context = new GrantContext(
                Digest.of(owned.ledger().network().value().toByteArray()),
                Digest.of(owned.id().value().toByteArray()),
                Octets.of(owned.keys().signing().publicKey()),
                OpaqueId.of(permission.value().toByteArray()),
                version);
        var terms = GrantTermsOf.permission(grantee.id(), scope);
        var patient = new GrantedPatient(card.name(), card.birthDate(), card.hospitalNumbers(), Optional.empty());
        try (var content = new GrantContent(context, terms, patient, grantedKeys(scope, epochs))) {
            byte[] sealed = seal(permission, grantee, version, content);
            var object = new StoredObject(
                    ObjectKey.grant(permission, version),
                    CiphertextDigest.of(Digest.sha256Of(sealed).bytes()),
                    sealed.length);
            return new Grant(object, Bytes.of(sealed));
        }
    }

    private byte[] seal(PermissionId permission, Member grantee, int version, GrantContent content) {
        byte[] encoded = content.encode();
        try {
            var statement = new SignedStatement.Grant(
                    owned.ledger().network(),
                    owned.id(),
                    permission,
                    version,
                    grantee.id(),
                    Bytes.of(Digest.sha256Of(encoded).bytes()));
            var signature = Octets.of(owned.keys().signing().sign(statement.bytes()));
            try (var grant = SealedGrant.of(encoded, signature)) {
                return grant.seal(
                        EncryptionRecipient.of(grantee.encryptionKey().value().toByteArray()));
            }
        } catch (GrantTooLargeException e) {
            throw new IllegalStateException("a permission's scope is bounded so that its grant fits", e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private GrantedKeys grantedKeys(PermissionScope scope, Map<DocumentCategory, Integer> epochs)
            throws SharingException {
        var pseudonymKey = owned.keys().root().pseudonymKey();
        if (!scope.rights().contains(Right.READ)) {
            return GrantedKeys.writeOnly(pseudonymKey);
        }
        return scope.documents().isEmpty()
                ? GrantedKeys.ofCategories(pseudonymKey, categoryKeys(scope, epochs))
                : GrantedKeys.ofFiles(pseudonymKey, files(scope.documents()));
    }

    private List<CategoryKeys> categoryKeys(PermissionScope scope, Map<DocumentCategory, Integer> epochs) {
        var keys = new ArrayList<CategoryKeys>();
        for (DocumentCategory category : DocumentCategory.values()) {
            int current = scope.categories().contains(category) ? epochs.getOrDefault(category, 0) : -1;
            for (int epoch = 0; epoch <= current; epoch++) {
                keys.add(new CategoryKeys(
                        category.name(), epoch, owned.keys().root().categoryKeys(category.name(), epoch)));
            }
        }
        return keys;
    }

    private List<GrantedFile> files(List<DocumentId> documents) throws SharingException {
        List<Envelope> opened = envelopes.open(documents);
        var files = new ArrayList<GrantedFile>();
        for (int i = 0; i < documents.size(); i++) {
            files.add(new GrantedFile(OpaqueId.of(documents.get(i).value().toByteArray()), opened.get(i)));
        }
        return files;
    }

    /** Opens the envelopes of the owner's documents, in their order, which a grant of single documents carries. */
    @FunctionalInterface
    public interface EnvelopeSource {
        List<Envelope> open(List<DocumentId> documents) throws SharingException;
    }

    /** A sealed grant and what the ledger says of it. */
    public record Grant(StoredObject object, Bytes sealed) {}
}
