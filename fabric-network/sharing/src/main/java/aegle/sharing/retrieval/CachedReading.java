// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.record.AccessId;
import aegle.record.PatientPseudonym;
import aegle.record.access.AccessEvent;
import aegle.record.call.DocumentCalls.RecordCachedOpen;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.OperationPendingException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SealedFacts;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.key.GrantOpening;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The sealed cache of a clinician program, and the rule for showing from it: the ledger is always asked; without an
 * answer in 300 ms a document is shown only if the permission was seen valid within 24 hours and still runs, and the look is
 * journalled before it happens. When a denial is seen, everything kept of that patient is destroyed.
 */
public final class CachedReading {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration TRUST_IN_LAST_SEEN = Duration.ofHours(24);
    private static final String ENVELOPE = "envelope/";

    private final RecordLedger ledger;
    private final SealedStore memory;
    private final CipherFolder folder;
    private final SealedFacts<RecordCachedOpen> journal;
    private final SealedFacts<SeenPermission> seen;
    private final SealedFacts<DocumentEntry> kept;
    private final Surroundings surroundings;

    public CachedReading(RecordLedger ledger, SealedStore memory, CipherFolder folder, Surroundings surroundings) {
        this.ledger = ledger;
        this.memory = memory;
        this.folder = folder;
        this.journal = new SealedFacts<>(memory, "cached-open/", RecordCachedOpen.class);
        this.seen = new SealedFacts<>(memory, "seen/", SeenPermission.class);
        this.kept = new SealedFacts<>(memory, "kept/", DocumentEntry.class);
        this.surroundings = surroundings;
    }

    CipherFolder folder() {
        return folder;
    }

    /**
     * Ask the ledger to open a document.
     *
     * @return when the permission was last seen valid, if the document is shown without an answer; empty after a permit
     * @throws AccessDeniedException if the ledger denies
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; then nothing is shown, and no look told
     */
    Optional<Instant> ask(Permission permission, DocumentEntry entry, Question question) throws SharingException {
        CompletableFuture<AccessEvent> answer = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return question.ask();
                    } catch (SharingException e) {
                        throw new CompletionException(e);
                    }
                },
                surroundings.executor());
        Optional<Instant> lastSeen = showableSince(permission, entry);
        try {
            accept(permission, entry, await(answer, lastSeen.isPresent()));
            return Optional.empty();
        } catch (OperationPendingException e) {
            return Optional.of(shownWithout(permission, entry, answer, lastSeen.orElseThrow(() -> e)));
        } catch (TimeoutException | LedgerUnavailableException e) {
            return Optional.of(shownWithout(permission, entry, answer, lastSeen.orElseThrow(() -> unavailable(e))));
        }
    }

    private Instant shownWithout(
            Permission permission, DocumentEntry entry, CompletableFuture<AccessEvent> answer, Instant since) {
        journalLook(permission, entry);
        var _ = answer.thenAccept(late -> acceptLate(permission, entry, late));
        return since;
    }

    /** Tell the ledger of the looks that it has not heard of yet; what it refuses is not told again. */
    public void tellPendingLooks() throws SharingException {
        for (RecordCachedOpen look : journal.all()) {
            try {
                ledger.submit(look);
            } catch (LedgerRefusalException e) {
                surroundings.onRefusedLook().accept(e);
            }
            journal.remove(look.access().hex());
        }
    }

    /** Destroy everything kept of a record. */
    public void forget(PatientPseudonym record) {
        RememberedLedger.forget(memory);
        LabelShelf.forget(memory, record);
        for (DocumentEntry entry : kept.all()) {
            if (entry.subject().record().equals(record)) {
                folder.forget(entry.objects().body());
                memory.remove(ENVELOPE + entry.objects().envelope().key().name().hex());
                kept.remove(entry.id().hex());
            }
        }
    }

    byte[] envelope(StoredObject object, Fetch fetch) throws SharingException {
        String name = ENVELOPE + object.key().name().hex();
        Optional<byte[]> known = memory.find(name);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] fetched = fetch.fetch();
        memory.put(name, fetched);
        return fetched;
    }

    private Optional<Instant> showableSince(Permission permission, DocumentEntry entry) {
        Instant now = surroundings.clock().instant();
        boolean here = folder.holds(entry.objects().body())
                && memory.find(ENVELOPE
                                + entry.objects().envelope().key().name().hex())
                        .isPresent();
        return seen.find(permission.id().hex())
                .map(SeenPermission::time)
                .filter(time -> here
                        && permission.scope().validity().contains(now)
                        && !now.isBefore(time)
                        && now.isBefore(time.plus(TRUST_IN_LAST_SEEN)));
    }

    private static AccessEvent await(CompletableFuture<AccessEvent> answer, boolean canShowWithout)
            throws SharingException, TimeoutException {
        try {
            return canShowWithout ? answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) : answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SharingException failure) {
                throw failure;
            }
            throw new IllegalStateException("asking the ledger failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("nobody waits for the document").initCause(e);
        }
    }

    private void accept(Permission permission, DocumentEntry entry, AccessEvent event) throws AccessDeniedException {
        if (!event.isPermitted()) {
            GrantOpening.forget(memory, permission);
            forget(permission.record());
            throw new AccessDeniedException(event);
        }
        seen.put(permission.id().hex(), new SeenPermission(surroundings.clock().instant()));
        kept.put(entry.id().hex(), entry);
    }

    private void acceptLate(Permission permission, DocumentEntry entry, AccessEvent late) {
        try {
            accept(permission, entry, late);
        } catch (AccessDeniedException e) {
            surroundings.onLateDenial().accept(permission.record());
        }
    }

    private static LedgerUnavailableException unavailable(Exception cause) {
        return new LedgerUnavailableException(
                "the ledger does not answer, and the permission was not seen valid within a day", cause);
    }

    private void journalLook(Permission permission, DocumentEntry entry) {
        var look = new RecordCachedOpen(
                permission.record(),
                entry.id(),
                AccessId.random(surroundings.random()),
                permission.id(),
                surroundings.clock().instant());
        journal.put(look.access().hex(), look);
    }

    /** When a permission was last seen valid. */
    public record SeenPermission(Instant time) {}

    /** Asks the ledger. */
    @FunctionalInterface
    interface Question {
        AccessEvent ask() throws SharingException;
    }

    /** Fetches from a store. */
    @FunctionalInterface
    interface Fetch {
        byte[] fetch() throws SharingException;
    }

    /**
     * What the cache needs of its program.
     *
     * @param onLateDenial hears of a record whose documents must be closed now
     * @param onRefusedLook hears that the ledger did not take a look that had already happened
     */
    public record Surroundings(
            Clock clock,
            SecureRandom random,
            Executor executor,
            Consumer<PatientPseudonym> onLateDenial,
            Consumer<SharingException> onRefusedLook) {}
}
