// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.seal.GrantContent;
import aegle.crypto.seal.GrantContext;
import aegle.crypto.seal.SealedGrant;
import aegle.record.Bytes;
import aegle.record.PatientPseudonym;
import aegle.record.SigningPublicKey;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.permission.Permission;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.ProgramTooOldException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import java.util.Optional;

/**
 * Opens what a patient has sealed to this clinician, and believes it only if the owner has signed it and it says the same as the
 * ledger. The owner key of the first grant that holds is pinned for its record; another one is refused.
 */
public final class GrantOpening {
    private static final String GRANT = "grant/";
    private static final String PIN = "pin/";

    private final RecordLedger ledger;
    private final RecordStore store;
    private final SealedStore memory;
    private final ClinicianKeys keys;

    public GrantOpening(RecordLedger ledger, RecordStore store, SealedStore memory, ClinicianKeys keys) {
        this.ledger = ledger;
        this.store = store;
        this.memory = memory;
        this.keys = keys;
    }

    /**
     * Open the current grant of a permission, from memory or from the store.
     *
     * @param ownerKey the record's key as the ledger says
     * @return secrets, which the caller closes
     * @throws RecordIntegrityException if signature, context or pinned key differ
     */
    public GrantContent open(Permission permission, SigningPublicKey ownerKey) throws SharingException {
        requirePinned(permission, ownerKey);
        byte[] sealed = sealed(permission);
        try (var grant = SealedGrant.open(sealed, keys.encryption())) {
            requireSignature(permission, ownerKey, grant);
            GrantContent content = grant.content();
            requireSameTerms(permission, ownerKey, content);
            pin(permission, ownerKey);
            return content;
        } catch (DecryptionException e) {
            memory.remove(name(permission));
            throw new RecordIntegrityException(IntegrityCheck.SEAL, e);
        } catch (FormatVersionUnknownException e) {
            throw new ProgramTooOldException(e);
        }
    }

    /** The owner key that was pinned for a record, if it has been seen. */
    public static Optional<SigningPublicKey> pinnedOwner(SealedStore memory, PatientPseudonym record) {
        return memory.find(PIN + record.hex()).map(SigningPublicKey::of);
    }

    /** Forget a permission's keys, as after a revocation. */
    public void forget(Permission permission) {
        forget(memory, permission);
    }

    /** Drop a permission's keys from a program's memory. */
    public static void forget(SealedStore memory, Permission permission) {
        memory.names(GRANT + permission.id().hex()).forEach(memory::remove);
    }

    private void requirePinned(Permission permission, SigningPublicKey ownerKey) throws RecordIntegrityException {
        if (pinnedOwner(memory, permission.record())
                .filter(pinned -> !pinned.equals(ownerKey))
                .isPresent()) {
            throw new RecordIntegrityException(IntegrityCheck.OWNER_KEY);
        }
    }

    private void pin(Permission permission, SigningPublicKey ownerKey) {
        if (pinnedOwner(memory, permission.record()).isEmpty()) {
            memory.put(
                    PIN + permission.record().hex(),
                    ownerKey.subjectPublicKeyInfo().toByteArray());
        }
    }

    private byte[] sealed(Permission permission) throws SharingException {
        Optional<byte[]> known = memory.find(name(permission));
        if (known.isPresent()) {
            return known.get();
        }
        byte[] fetched = store.get(
                permission.grant(), () -> ledger.evaluate(new GrantUrls(permission.record(), permission.id())));
        forget(permission);
        memory.put(name(permission), fetched);
        return fetched;
    }

    private static String name(Permission permission) {
        return GRANT + permission.id().hex() + "/" + permission.grant().key().version();
    }

    private void requireSignature(Permission permission, SigningPublicKey ownerKey, SealedGrant grant)
            throws RecordIntegrityException {
        var statement = new SignedStatement.Grant(
                ledger.network(),
                permission.record(),
                permission.id(),
                permission.grant().key().version(),
                keys.member(),
                Bytes.of(grant.contentDigest().bytes()));
        if (!isSigned(statement, ownerKey, grant.signature())) {
            throw new RecordIntegrityException(IntegrityCheck.GRANT_SIGNATURE);
        }
    }

    private static boolean isSigned(SignedStatement statement, SigningPublicKey key, Octets signature) {
        try {
            return statement.isSignedBy(key, TaggedSignature.of(signature.bytes()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void requireSameTerms(Permission permission, SigningPublicKey ownerKey, GrantContent content)
            throws RecordIntegrityException {
        var expected = new GrantContext(
                Digest.of(ledger.network().value().toByteArray()),
                Digest.of(permission.record().value().toByteArray()),
                Octets.of(ownerKey.subjectPublicKeyInfo().toByteArray()),
                OpaqueId.of(permission.id().value().toByteArray()),
                permission.grant().key().version());
        boolean same = content.context().equals(expected)
                && content.terms().equals(GrantTermsOf.permission(permission.grantee(), permission.scope()))
                && permission.grantee().equals(keys.member());
        if (!same) {
            content.close();
            throw new RecordIntegrityException(IntegrityCheck.CONTEXT);
        }
    }
}
