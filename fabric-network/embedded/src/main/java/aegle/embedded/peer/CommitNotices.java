// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Who waits for which transaction. */
final class CommitNotices {

    private final Map<String, Map<Long, CompletableFuture<Commitment>>> waiting = new HashMap<>();
    private long lastTicket;

    /** Wait for a transaction, until it is published or the future ends otherwise. */
    CompletableFuture<Commitment> await(String transactionId) {
        CompletableFuture<Commitment> notice = new CompletableFuture<>();
        long ticket = enter(transactionId, notice);
        var _ = notice.whenComplete((commitment, failure) -> leave(transactionId, ticket));
        return notice;
    }

    void publish(String transactionId, Commitment commitment) {
        take(transactionId).forEach(notice -> notice.complete(commitment));
    }

    /** Tell everybody that what they wait for will not come. */
    void fail(LedgerStorageException reason) {
        takeAll().forEach(notice -> notice.completeExceptionally(reason));
    }

    private synchronized List<CompletableFuture<Commitment>> takeAll() {
        var all = waiting.values().stream()
                .flatMap(notices -> notices.values().stream())
                .toList();
        waiting.clear();
        return all;
    }

    private synchronized long enter(String transactionId, CompletableFuture<Commitment> notice) {
        lastTicket++;
        waiting.computeIfAbsent(transactionId, id -> new HashMap<>()).put(lastTicket, notice);
        return lastTicket;
    }

    private synchronized void leave(String transactionId, long ticket) {
        Map<Long, CompletableFuture<Commitment>> notices = waiting.get(transactionId);
        if (notices != null) {
            notices.remove(ticket);
            if (notices.isEmpty()) {
                waiting.remove(transactionId);
            }
        }
    }

    private synchronized Collection<CompletableFuture<Commitment>> take(String transactionId) {
        Map<Long, CompletableFuture<Commitment>> notices = waiting.remove(transactionId);
        return notices == null ? List.of() : notices.values();
    }
}
