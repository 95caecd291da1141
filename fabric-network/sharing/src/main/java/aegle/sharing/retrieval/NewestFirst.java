// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.record.DocumentId;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.SharingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Several lists of the ledger, each newest first, read as one: page by page, and only as far as somebody wants to see. A document
 * that stands in more than one of them comes once.
 */
final class NewestFirst<S> {
    private static final int MAX_PAGES = 100_000;

    /** As the ledger lists them. */
    static final Comparator<DocumentEntry> ORDER = Comparator.comparing(DocumentEntry::recordedAt)
            .reversed()
            .thenComparing(entry -> entry.id().hex());

    private final List<Source<S>> sources;
    private final Set<DocumentId> told = new HashSet<>();

    NewestFirst(List<Source<S>> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The next documents, at most so many; none at the end. */
    List<Found<S>> next(int most) throws SharingException {
        var found = new ArrayList<Found<S>>();
        while (found.size() < most) {
            for (Source<S> source : sources) {
                source.fill(most);
            }
            var newest = sources.stream()
                    .filter(source -> !source.read.isEmpty())
                    .min(Comparator.comparing(source -> source.read.getFirst(), ORDER));
            if (newest.isEmpty()) {
                return found;
            }
            Found<S> next = take(newest.get());
            if (told.add(next.entry().id())) {
                found.add(next);
            }
        }
        return found;
    }

    /** Takes a document from the source that has it first, or from another one that can read its label, too. */
    private Found<S> take(Source<S> first) {
        DocumentEntry entry = first.read.getFirst();
        Source<S> best = first;
        for (Source<S> source : sources) {
            DocumentEntry other = source.read.peekFirst();
            if (other != null && other.id().equals(entry.id())) {
                source.read.removeFirst();
                if (!best.opensLabel.test(entry) && source.opensLabel.test(other)) {
                    best = source;
                }
            }
        }
        return new Found<>(entry, best.origin);
    }

    /** A document, and by what it is listed. */
    record Found<S>(DocumentEntry entry, S origin) {}

    /** One list of the ledger, as far as it has been read. */
    static final class Source<S> {
        private final S origin;
        private final Predicate<DocumentEntry> opensLabel;
        private final Reading reading;
        private final Deque<DocumentEntry> read = new ArrayDeque<>();
        private String bookmark = "";
        private int pages;
        private boolean isEnded;

        /**
         * A list that nobody has read yet.
         *
         * @param origin by what its documents are listed
         * @param opensLabel tells whether a document's label can be opened by that
         */
        Source(S origin, Predicate<DocumentEntry> opensLabel, Reading reading) {
            this.origin = origin;
            this.opensLabel = opensLabel;
            this.reading = reading;
        }

        private void fill(int size) throws SharingException {
            while (read.isEmpty() && !isEnded) {
                if (++pages > MAX_PAGES) {
                    throw new IllegalStateException("a list of the ledger does not end");
                }
                DocumentPage page = reading.page(size, bookmark);
                read.addAll(page.documents());
                bookmark = page.bookmark();
                isEnded = bookmark.isEmpty();
            }
        }
    }

    /** Asks the ledger for one page. */
    @FunctionalInterface
    interface Reading {
        DocumentPage page(int size, String bookmark) throws SharingException;
    }
}
