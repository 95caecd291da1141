// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that makes blocks: it takes whatever transactions have arrived while the last block was written, at most
 * a hundred, so that one flush to disk serves them all.
 *
 * <p>A block that cannot be written fails its transactions alone. Any other failure ends the committer for good: whoever waits is
 * told, and so is the peer.
 */
final class BlockCommitter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockCommitter.class);
    private static final int BLOCK_SIZE = 100;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Runnable whenBroken;
    private final CommitNotices notices = new CommitNotices();
    private final Map<String, CompletableFuture<Commitment>> pending = new ConcurrentHashMap<>();
    private final BlockingQueue<OrderedTransaction> queue = new LinkedBlockingQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Thread thread;
    private volatile Optional<LedgerStorageException> ended = Optional.empty();
    private long height;

    /**
     * Start the thread.
     *
     * @param whenBroken run once, on that thread, if it ends before it is told to
     */
    BlockCommitter(Ledger ledger, Runnable whenBroken) {
        this.ledger = ledger;
        this.whenBroken = whenBroken;
        this.height = ledger.height();
        this.thread = Thread.ofPlatform().name("block-committer").daemon().start(this::makeBlocks);
    }

    /** Commit a transaction once: one that is on its way or committed already keeps its first result. */
    CompletableFuture<Commitment> commit(OrderedTransaction transaction) {
        CompletableFuture<Commitment> mine = new CompletableFuture<>();
        CompletableFuture<Commitment> earlier = pending.putIfAbsent(transaction.id(), mine);
        if (earlier != null) {
            return earlier;
        }
        Optional<Commitment> committed = ledger.commitment(transaction.id());
        if (committed.isPresent()) {
            pending.remove(transaction.id());
            return CompletableFuture.completedFuture(committed.get());
        }
        queue.add(transaction);
        ended.ifPresent(this::failWaiting);
        return mine;
    }

    /** Wait for a transaction that may not have been submitted yet. */
    CompletableFuture<Commitment> await(String transactionId) {
        CompletableFuture<Commitment> notice = notices.await(transactionId);
        ledger.commitment(transactionId).ifPresent(commitment -> notices.publish(transactionId, commitment));
        ended.ifPresent(notices::fail);
        return notice;
    }

    /**
     * Wait until the block of this number exists.
     *
     * @throws LedgerStorageException if it never will
     */
    void awaitBlock(long number) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (height <= number) {
                if (ended.isPresent()) {
                    throw ended.get();
                }
                grown.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Finish the block at hand; transactions behind it are lost, as their clients have not been answered. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(CLOSE_LIMIT)) {
                LOG.warn("The last block is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(new LedgerStorageException("the peer is stopping"));
    }

    private void makeBlocks() {
        try {
            makeBlocksUntilInterrupted();
        } catch (RuntimeException | Error e) {
            LOG.error("No more blocks can be made; the peer stops. Look at the cause before it is started again", e);
            end(new LedgerStorageException("no more blocks can be made", e));
            whenBroken.run();
        }
    }

    private void end(LedgerStorageException reason) {
        if (ended.isEmpty()) {
            ended = Optional.of(reason);
        }
        failWaiting(reason);
        notices.fail(reason);
        announce(height);
    }

    private void failWaiting(LedgerStorageException reason) {
        for (String transactionId : List.copyOf(pending.keySet())) {
            Optional.ofNullable(pending.remove(transactionId)).ifPresent(f -> f.completeExceptionally(reason));
        }
    }

    private void makeBlocksUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            List<OrderedTransaction> batch = new ArrayList<>();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            queue.drainTo(batch, BLOCK_SIZE - 1);
            makeBlock(batch);
        }
    }

    private void makeBlock(List<OrderedTransaction> batch) {
        try {
            List<Commitment> commitments = ledger.commit(batch);
            for (int i = 0; i < batch.size(); i++) {
                settle(batch.get(i).id(), commitments.get(i));
            }
            announce(commitments.getFirst().block() + 1);
        } catch (LedgerStorageException e) {
            LOG.error("A block could not be written; its transactions are not committed", e);
            for (OrderedTransaction transaction : batch) {
                Optional.ofNullable(pending.remove(transaction.id())).ifPresent(f -> f.completeExceptionally(e));
            }
        }
    }

    private void settle(String transactionId, Commitment commitment) {
        notices.publish(transactionId, commitment);
        Optional.ofNullable(pending.remove(transactionId)).ifPresent(future -> future.complete(commitment));
    }

    private void announce(long newHeight) {
        lock.lock();
        try {
            height = newHeight;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
