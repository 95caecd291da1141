// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.client.store.AttemptResult.Failed;
import aegle.client.store.AttemptResult.Moved;
import aegle.client.store.AttemptResult.NotAllowed;
import aegle.client.store.AttemptResult.NotKept;
import aegle.client.store.AttemptResult.OtherBytes;
import aegle.client.trust.PemCertificates;
import aegle.client.trust.TlsRoot;
import aegle.record.call.StoreCalls;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.metadata.StoredObject;
import aegle.sharing.ConnectionProfile.Store;
import aegle.sharing.RecordStore.Gate;
import aegle.sharing.SharingException;
import io.minio.GetObjectArgs;
import io.minio.HeadObjectArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import okhttp3.Headers;
import okhttp3.OkHttpClient;

/** One store of the profile. Each call is one attempt, which asks the gate for itself and ends in a result, never in an exception. */
final class GatedStore {
    private static final Set<Integer> WORTH_REPEATING = Set.of(408, 429, 500, 502, 503, 504);
    private static final int REPEAT_MILLISECONDS = 100;
    private static final int REPEATS = 4;
    private static final Set<String> WRONG_CONTENT = Set.of("BadDigest", "XAmzContentChecksumMismatch");
    private static final int PRECONDITION_FAILED = 412;
    private static final int SERVER_ERROR = 500;

    private final Store store;
    private final OkHttpClient http;
    private final StoreDeadlines deadlines;
    private volatile boolean reachable = true;

    GatedStore(Store store, OkHttpClient http, StoreDeadlines deadlines) {
        this.store = store;
        this.http = store.hasTls() ? trusting(store, http) : http;
        this.deadlines = deadlines;
    }

    /** A client of the same connections that believes only the store's root. */
    private static OkHttpClient trusting(Store store, OkHttpClient http) {
        var root = TlsRoot.of(PemCertificates.required(store.tlsRoot()));
        return http.newBuilder()
                .sslSocketFactory(root.context().getSocketFactory(), root.trust())
                .build();
    }

    String id() {
        return store.id();
    }

    boolean isReachable() {
        return reachable;
    }

    /** Remember that another store was faster while this one stood still. */
    void overtaken() {
        reachable = false;
    }

    AttemptResult put(StoredObject object, Ciphertext content, Gate gate, CallHandle handle) {
        return settle(handle, () -> send(object, content, gate, handle));
    }

    /** Look first whether the object is there, and put it only if it is not. */
    AttemptResult putIfMissing(StoredObject object, Ciphertext content, Gate gate, CallHandle handle) {
        return settle(handle, () -> isThere(object, gate, handle) ? new Moved() : send(object, content, gate, handle));
    }

    private AttemptResult send(StoredObject object, Ciphertext content, Gate gate, CallHandle handle)
            throws IOException, MinioException {
        var upload = Ciphertext.upload(store.bucket(), object);
        try (var _ = content.supply(upload)) {
            await(client(object, gate, handle).putObject(upload.build()));
            return new Moved();
        } catch (ErrorResponseException e) {
            if (e.response().code() != PRECONDITION_FAILED) {
                throw e;
            }
            return lookAfter(object, gate, handle);
        }
    }

    AttemptResult get(StoredObject object, Landing landing, Gate gate, CallHandle handle) {
        return settle(handle, () -> {
            var request = GetObjectArgs.builder()
                    .bucket(store.bucket())
                    .object(object.key().path())
                    .build();
            try (var served = await(client(object, gate, handle).getObject(request))) {
                return new Arrival(object, handle).of(served, landing);
            }
        });
    }

    /** What is there under the name and is not this object is left to the PUT, which then fails. */
    private boolean isThere(StoredObject object, Gate gate, CallHandle handle) throws IOException, MinioException {
        try {
            var urls = statusUrls(gate);
            return urls.isPresent() && isSame(object, head(object, urls.get(), handle));
        } catch (ErrorResponseException e) {
            return false;
        }
    }

    /** An object of that name is there already, and counts as put if it is this one. */
    private AttemptResult lookAfter(StoredObject object, Gate gate, CallHandle handle)
            throws IOException, MinioException {
        var urls = statusUrls(gate);
        return urls.isEmpty() || isSame(object, head(object, urls.get(), handle)) ? new Moved() : new OtherBytes();
    }

    private Headers head(StoredObject object, StoreUrls urls, CallHandle handle) throws IOException, MinioException {
        var request = HeadObjectArgs.builder()
                .bucket(store.bucket())
                .object(object.key().path())
                .build();
        return await(client(object, () -> urls, handle).headObject(request)).headers();
    }

    private static Optional<StoreUrls> statusUrls(Gate gate) throws GateException {
        try {
            return gate.statusUrls();
        } catch (SharingException e) {
            throw new GateException(e);
        }
    }

    /** Compares the checksum where the store tells it, and the length otherwise. */
    private static boolean isSame(StoredObject object, Headers found) {
        var expected = StoreCalls.checksum(object.digest());
        String checksum = found.get(expected.name());
        return Long.toString(object.length()).equals(found.get("Content-Length"))
                && (checksum == null || checksum.equals(expected.value()));
    }

    private MinioAsyncClient client(StoredObject object, Gate gate, CallHandle handle) {
        var gated = http.newBuilder()
                .callTimeout(deadlines.call(object.length()))
                .addInterceptor(new Http.StatusRetryInterceptor(WORTH_REPEATING, REPEAT_MILLISECONDS, REPEATS))
                .addInterceptor(new GateInterceptor(store, object, gate, handle))
                .build();
        return MinioAsyncClient.builder()
                .endpoint(store.endpoint())
                .region(store.region())
                .credentials("ledger-gate", "unused")
                .httpClient(gated, false)
                .build();
    }

    private AttemptResult settle(CallHandle handle, Attempt attempt) {
        try {
            var result = attempt.run();
            reachable = true;
            return result;
        } catch (GateException e) {
            return new NotAllowed(e.refusal());
        } catch (KeepingException e) {
            return new NotKept(e.keeping());
        } catch (ErrorResponseException e) {
            reachable = e.response().code() < SERVER_ERROR;
            return WRONG_CONTENT.contains(String.valueOf(e.errorResponse().code())) ? new OtherBytes() : failed(e);
        } catch (MinioException | IOException e) {
            reachable &= handle.isCancelled();
            return failed(e);
        }
    }

    private static Failed failed(Exception cause) {
        return new Failed(StoreFailure.of(cause));
    }

    private static <T> T await(CompletableFuture<T> answer) throws IOException, MinioException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
            switch (cause) {
                case IOException failure -> throw failure;
                case MinioException failure -> throw failure;
                case null, default -> throw new IOException("the store's client failed", e);
            }
        }
    }

    /** What an attempt does with the store. */
    @FunctionalInterface
    private interface Attempt {
        AttemptResult run() throws IOException, MinioException;
    }
}
