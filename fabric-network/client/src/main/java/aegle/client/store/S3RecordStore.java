// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.record.metadata.StoredObject;
import aegle.sharing.ConnectionProfile.Store;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The stores of a connection profile, spoken to by minio-java over one HTTP client ({@code docs/outcomes.md}).
 *
 * <p>One PUT per object and store, all stores at once; the slower ones are waited for a little and then given up, to be completed
 * by a later {@link #complete}. Reads ask one store, and the next one as soon as the first fails or stands still. A store is never
 * asked without a URL that the contract has just signed. Safe for use by many threads.
 */
public final class S3RecordStore implements RecordStore {
    private static final long SMALL = 1L << 20;
    private static final int CONNECTIONS = 32;
    private static final int REQUESTS = 64;
    private static final long KEEP_SECONDS = 60;

    private final StoreDeadlines deadlines;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient http;
    private final List<GatedStore> stores;

    public S3RecordStore(List<Store> stores) {
        this(stores, StoreDeadlines.standard());
    }

    public S3RecordStore(List<Store> stores, StoreDeadlines deadlines) {
        this.deadlines = deadlines;
        this.http = client(deadlines, threads);
        this.stores = stores.stream()
                .map(store -> new GatedStore(store, http, deadlines))
                .toList();
    }

    @Override
    public int put(StoredObject object, Path ciphertext, Gate gate, TransferProgress progress) throws SharingException {
        return put(object, new Ciphertext.OnDisk(ciphertext), gate, progress, GatedStore::put);
    }

    @Override
    public int put(StoredObject object, byte[] ciphertext, Gate gate) throws SharingException {
        return put(object, new Ciphertext.InMemory(ciphertext), gate, TransferProgress.none(), GatedStore::put);
    }

    @Override
    public int complete(StoredObject object, Path ciphertext, Gate gate) throws SharingException {
        return put(object, new Ciphertext.OnDisk(ciphertext), gate, TransferProgress.none(), GatedStore::putIfMissing);
    }

    @Override
    public void get(StoredObject object, Path target, Gate gate, TransferProgress progress) throws SharingException {
        try {
            var landed = fetch(object, () -> new Landing.InFile(target), gate, progress);
            try {
                landed.moveToTarget();
            } finally {
                landed.discard();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target.getFileName(), e);
        }
    }

    @Override
    public byte[] get(StoredObject object, Gate gate) throws SharingException {
        if (object.length() > SMALL) {
            throw new IllegalArgumentException(object.key() + " is too large for memory");
        }
        return fetch(object, Landing.InMemory::new, gate, TransferProgress.none())
                .bytes();
    }

    @Override
    public StoreStatus status() {
        int reachable = (int) stores.stream().filter(GatedStore::isReachable).count();
        return new StoreStatus(reachable, stores.size());
    }

    /** Breaks off what is still being transferred. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        threads.shutdownNow();
    }

    private int put(
            StoredObject object, Ciphertext content, Gate gate, TransferProgress progress, Upload.Delivery delivery)
            throws SharingException {
        requireLength(object, content);
        try (var lent = new LentGate(gate);
                var attempts = new Attempts(object, progress, threads)) {
            return new Upload(object, content, lent, deadlines, delivery).into(stores, attempts);
        }
    }

    private <L extends Landing> L fetch(StoredObject object, Supplier<L> landings, Gate gate, TransferProgress progress)
            throws SharingException {
        try (var lent = new LentGate(gate)) {
            var download = new Download<>(object, landings, lent, deadlines.hedge());
            try (var attempts = new Attempts(object, progress, threads)) {
                return download.from(new ArrayDeque<>(byPreference()), attempts);
            } finally {
                download.leftovers().forEach(Landing::discard);
            }
        }
    }

    private List<GatedStore> byPreference() {
        return stores.stream()
                .sorted(Comparator.comparing(GatedStore::isReachable).reversed())
                .toList();
    }

    private static void requireLength(StoredObject object, Ciphertext content) throws RecordIntegrityException {
        try {
            if (content.length() != object.length()) {
                throw new RecordIntegrityException(IntegrityCheck.CIPHERTEXT_DIGEST);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ciphertext of " + object.key(), e);
        }
    }

    private static OkHttpClient client(StoreDeadlines deadlines, ExecutorService threads) {
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(deadlines.connect())
                .readTimeout(deadlines.idle())
                .writeTimeout(deadlines.idle())
                .connectionPool(new ConnectionPool(CONNECTIONS, KEEP_SECONDS, TimeUnit.SECONDS))
                .dispatcher(dispatcher)
                .build();
    }
}
