// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.OpaqueId;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.StoredObject;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedFacts;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sealed documents from the sealing until they are on the ledger and in every store. Journalled before the first byte leaves, so
 * that a crash only delays them.
 *
 * <p>What a store has missed when the ledger took the document is owed: journalled still, and put again by
 * {@link #completeCopies()}.
 *
 * @param <C> what the journal keeps of a document
 */
public final class Outbox<C extends Record & Consignment> {
    /** Refusals that pass; after any other the copy is left to the re-encryption agent, which asks no uploader. */
    private static final Set<LedgerErrorCode> PASSING = EnumSet.of(
            LedgerErrorCode.CLOCK_OFF,
            LedgerErrorCode.OWNER_COMMAND_EXPIRED,
            LedgerErrorCode.ATTESTATION_LAPSED,
            LedgerErrorCode.PERMISSION_NOT_YET_VALID);

    private final RecordStore store;
    private final BodySealing bodies;
    private final Journal<C> journal;
    private final Gates<C> gates;
    private final ReentrantLock completing = new ReentrantLock();

    /** Begin where the program stopped; bodies that the journal does not name are cleared away. */
    public Outbox(RecordStore store, BodySealing bodies, Journal<C> journal, Gates<C> gates) {
        this.store = store;
        this.bodies = bodies;
        this.journal = journal;
        this.gates = gates;
        bodies.clearAllBut(Stream.concat(journal.pending().all().stream(), journal.owed().all().stream())
                .map(Outbox::id)
                .collect(Collectors.toSet()));
    }

    /** What is not known to be on the ledger. */
    public List<C> pending() {
        return journal.pending().all();
    }

    /** Journal a document; from here on a crash only delays it. */
    public void keep(C consignment) {
        journal.pending().put(name(consignment), consignment);
    }

    /** Put a document's objects into the stores, then enter it on the ledger. */
    public <E> E send(C consignment, Entering<C, E> entering, TransferProgress progress) throws SharingException {
        boolean everywhere = put(consignment, progress);
        E entry = entering.enter(consignment);
        if (everywhere) {
            drop(consignment);
        } else {
            owe(consignment);
        }
        return entry;
    }

    /** Forget a document, and with it what a store may lack of it. */
    public void drop(C consignment) {
        journal.pending().remove(name(consignment));
        journal.owed().remove(name(consignment));
        bodies.discard(id(consignment));
    }

    /** Note that a document is on the ledger and may not be in every store. */
    void owe(C consignment) {
        journal.owed().put(name(consignment), consignment);
        journal.pending().remove(name(consignment));
    }

    /**
     * Put what a store has missed into it. What still cannot be put stays owed; what the ledger will not let be put any more is
     * forgotten. Does nothing where another thread is at it.
     */
    public void completeCopies() throws SharingException {
        if (!completing.tryLock()) {
            return;
        }
        try {
            for (C owed : journal.owed().all()) {
                if (isSettled(owed)) {
                    drop(owed);
                } else if (store.status().reachable() < store.status().configured()) {
                    return;
                }
            }
        } finally {
            completing.unlock();
        }
    }

    private boolean isSettled(C owed) throws SharingException {
        try {
            return !bodies.holds(id(owed)) || complete(owed);
        } catch (LedgerRefusalException e) {
            return !PASSING.contains(e.code());
        } catch (RecordIntegrityException e) {
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** Tells whether every store has everything now. */
    private boolean put(C consignment, TransferProgress progress) throws SharingException {
        StoredObject body = consignment.objects().body();
        int copies = store.put(body, bodies.body(id(consignment)), gates.gate(consignment, body), progress);
        return isEverywhere(Math.min(copies, putSealed(consignment)));
    }

    private boolean complete(C consignment) throws SharingException {
        StoredObject body = consignment.objects().body();
        int copies = store.complete(body, bodies.body(id(consignment)), gates.gate(consignment, body));
        return isEverywhere(Math.min(copies, putSealed(consignment)));
    }

    /** Puts envelope and label; returns in how many stores both are. */
    private int putSealed(C consignment) throws SharingException {
        StoredObject envelope = consignment.objects().envelope();
        StoredObject label = consignment.objects().label();
        return Math.min(
                store.put(envelope, consignment.envelope().toByteArray(), gates.gate(consignment, envelope)),
                store.put(label, consignment.label().toByteArray(), gates.gate(consignment, label)));
    }

    private boolean isEverywhere(int copies) {
        return copies >= store.status().configured();
    }

    private static String name(Consignment consignment) {
        return consignment.document().hex();
    }

    private static OpaqueId id(Consignment consignment) {
        return OpaqueId.of(consignment.document().value().toByteArray());
    }

    /**
     * Where an outbox keeps account.
     *
     * @param owed what is on the ledger and was missed by a store
     */
    public record Journal<C extends Record>(SealedFacts<C> pending, SealedFacts<C> owed) {
        /** The journal of that name in a program's memory. */
        public static <C extends Record> Journal<C> of(SealedStore memory, String name, Class<C> type) {
            return new Journal<>(
                    new SealedFacts<>(memory, name + "/", type), new SealedFacts<>(memory, name + "-owed/", type));
        }
    }

    /** The gates by which a document's objects are put. */
    @FunctionalInterface
    public interface Gates<C> {
        RecordStore.Gate gate(C consignment, StoredObject object);
    }

    /** How a document whose objects lie in the stores comes onto the ledger. */
    @FunctionalInterface
    public interface Entering<C, E> {
        E enter(C consignment) throws SharingException;
    }
}
