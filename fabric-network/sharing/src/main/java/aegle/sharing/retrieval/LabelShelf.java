// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.SealedContext;
import aegle.record.PatientPseudonym;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import java.util.Optional;

/** The sealed labels that lists show, fetched once and then kept as they are, still sealed. */
final class LabelShelf {
    private static final String PREFIX = "label/";

    private final RecordStore store;
    private final SealedStore memory;

    LabelShelf(RecordStore store, SealedStore memory) {
        this.store = store;
        this.memory = memory;
    }

    /** The label of a document; empty if no store has it now, its seal does not hold, or it names another document. */
    Optional<DocumentLabel> find(DocumentEntry entry, EncryptionKeyPair keys, RecordStore.Gate gate) {
        try {
            DocumentLabel label = DocumentLabel.open(sealed(entry, gate), keys);
            var expected = new SealedContext(
                    DocumentVerification.opaque(entry.id()), entry.category().name(), entry.epoch(), 0);
            return Optional.of(label).filter(opened -> opened.context().equals(expected));
        } catch (SharingException | DecryptionException | FormatVersionUnknownException e) {
            return Optional.empty();
        }
    }

    /** Drop all labels of a record, those of documents that were only listed included. */
    static void forget(SealedStore memory, PatientPseudonym record) {
        memory.names(PREFIX + record.hex()).forEach(memory::remove);
    }

    private byte[] sealed(DocumentEntry entry, RecordStore.Gate gate) throws SharingException {
        Optional<byte[]> known = memory.find(name(entry));
        if (known.isPresent()) {
            return known.get();
        }
        byte[] fetched = store.get(entry.objects().label(), gate);
        memory.put(name(entry), fetched);
        return fetched;
    }

    private static String name(DocumentEntry entry) {
        return PREFIX + entry.subject().record().hex() + "/" + entry.id().hex() + "/"
                + entry.objects().label().key().name().hex();
    }
}
