// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.retrieval.FetchedLabels.Fetched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The sealed labels that lists show, fetched once and then kept as they are, still sealed. */
final class LabelShelf {
    private static final String PREFIX = "label/";
    private static final int SIDE_BY_SIDE = 8;

    private final RecordStore store;
    private final SealedStore memory;

    LabelShelf(RecordStore store, SealedStore memory) {
        this.store = store;
        this.memory = memory;
    }

    /** Take the labels from the shelf, and fetch those that are missing, some side by side. None of them keeps the others back. */
    FetchedLabels fetch(List<DocumentEntry> entries, Function<DocumentEntry, RecordStore.Gate> gates) {
        Map<DocumentId, Fetched> labels = new HashMap<>();
        Map<DocumentId, Future<Fetched>> fetching = new HashMap<>();
        var silence = new AtomicBoolean();
        try (var threads =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            for (DocumentEntry entry : entries) {
                memory.find(name(entry))
                        .ifPresentOrElse(
                                known -> labels.put(entry.id(), Fetched.of(known)),
                                () -> fetching.put(
                                        entry.id(), threads.submit(() -> fetch(entry, gates.apply(entry), silence))));
            }
        }
        fetching.forEach((document, answer) -> labels.put(document, answered(answer)));
        return new FetchedLabels(labels);
    }

    /** Drop all labels of a record, those of documents that were only listed included. */
    static void forget(SealedStore memory, PatientPseudonym record) {
        memory.names(PREFIX + record.hex()).forEach(memory::remove);
    }

    /** Once nobody answers, the rest is not asked for. */
    private Fetched fetch(DocumentEntry entry, RecordStore.Gate gate, AtomicBoolean silence) {
        if (silence.get()) {
            return Fetched.nothing();
        }
        try {
            byte[] fetched = store.get(entry.objects().label(), gate);
            memory.put(name(entry), fetched);
            return Fetched.of(fetched);
        } catch (RecordIntegrityException e) {
            return Fetched.failing(e.check());
        } catch (LedgerUnavailableException e) {
            silence.set(true);
            return Fetched.nothing();
        } catch (StoreUnavailableException e) {
            silence.set(store.status().reachable() == 0);
            return Fetched.nothing();
        } catch (SharingException e) {
            return Fetched.nothing();
        }
    }

    private static Fetched answered(Future<Fetched> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("fetching a label broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
    }

    private static String name(DocumentEntry entry) {
        return PREFIX + entry.subject().record().hex() + "/" + entry.id().hex() + "/"
                + entry.objects().label().key().name().hex();
    }
}
