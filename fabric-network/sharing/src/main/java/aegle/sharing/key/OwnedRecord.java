// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.crypto.identity.EncryptionKeyPair;
import aegle.record.CategoryKey;
import aegle.record.EncryptionPublicKey;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.call.OwnerCall;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.PermissionCalls.PermissionPage;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadStatusUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.command.SignedStatement;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.Pages;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SharingException;
import java.util.Arrays;
import java.util.List;

/** A record in the hands of its owner: her keys, and the ledger on which she acts with them. */
public final class OwnedRecord {
    private final RecordLedger ledger;
    private final OwnerKeys keys;

    public OwnedRecord(RecordLedger ledger, OwnerKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    public RecordLedger ledger() {
        return ledger;
    }

    public OwnerKeys keys() {
        return keys;
    }

    public PatientPseudonym id() {
        return keys.pseudonym();
    }

    /** Carry out an owner's call under her signature. */
    public <A extends Record> A perform(OwnerCall<A> call) throws SharingException {
        return ledger.perform(call, keys::sign);
    }

    /** Open the record on the ledger, with epoch 0 of every category. Repeating it changes nothing. */
    public PatientRecord open() throws SharingException {
        var categoryKeys = Arrays.stream(DocumentCategory.values())
                .map(category -> categoryKey(category, 0))
                .toList();
        return perform(new OpenRecord(id(), keys.signingPublicKey(), categoryKeys));
    }

    /**
     * Look at the record.
     *
     * @throws RecordIntegrityException if a peer shows a record or keys that are not hers
     */
    public RecordView find() throws SharingException {
        RecordView view = perform(new FindRecord(id()));
        if (!view.record().ownerKey().equals(keys.signingPublicKey())) {
            throw new RecordIntegrityException(IntegrityCheck.OWNER_KEY);
        }
        for (CategoryKey key : view.categoryKeys()) {
            if (!key.isVouchedFor(ledger.network(), keys.signingPublicKey())) {
                throw new RecordIntegrityException(IntegrityCheck.CATEGORY_RECIPIENT);
            }
        }
        return view;
    }

    /** All permissions of the record, revoked and ended ones included. */
    public List<Permission> permissions() throws SharingException {
        return Pages.all(
                bookmark -> perform(new ListPermissions(id(), Pages.SIZE, bookmark)),
                PermissionPage::permissions,
                PermissionPage::bookmark);
    }

    /** The gate by which the owner puts an object of hers, and looks whether it has arrived. */
    public RecordStore.Gate uploadGate(StoredObject object) {
        return RecordStore.Gate.of(
                () -> perform(new OwnerUploadUrls(id(), object)),
                () -> perform(new OwnerUploadStatusUrls(id(), object.key())));
    }

    /** The gate by which the owner gets an object of her record. */
    public RecordStore.Gate downloadGate(StoredObject object) {
        return () -> perform(new OwnerDownloadUrls(id(), object.key()));
    }

    /** The public key of a category's epoch, with her statement about it. */
    public CategoryKey categoryKey(DocumentCategory category, int epoch) {
        try (EncryptionKeyPair pair = keys.root().categoryKeys(category.name(), epoch)) {
            var recipient = EncryptionPublicKey.of(pair.recipient().bytes());
            var statement = new SignedStatement.Recipient(ledger.network(), id(), category, epoch, recipient);
            return new CategoryKey(id(), category, epoch, recipient, keys.sign(statement.bytes()));
        }
    }
}
