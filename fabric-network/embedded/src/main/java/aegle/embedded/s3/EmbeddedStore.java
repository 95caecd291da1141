// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/**
 * An S3 store inside this process: signed and presigned requests (SigV4), conditional writes, checksums, ranges.
 *
 * <p>Objects survive the process. There are no versions, no locks and no users: one key pair may do everything. It does not refuse
 * URLs that are dated ahead: S3Proxy compares clocks only with a date header, which a presigned request does not have.
 */
public final class EmbeddedStore implements AutoCloseable {
    /** The largest object: the largest body that the gate signs for. */
    public static final long MAXIMUM_OBJECT_LENGTH = 257L << 20;

    private static final int THREADS = 24;
    private static final int START_SECONDS = 60;
    /** None: Jetty would wait for idle connections, too, and call it a failure that they stay. */
    private static final long GRACE_MILLISECONDS = 0;

    private static final int MAXIMUM_TIME_SKEW_SECONDS = 60;

    private final S3Proxy server;
    private final String bucket;

    private EmbeddedStore(S3Proxy server, String bucket) {
        this.server = server;
        this.bucket = bucket;
    }

    /**
     * Start a store.
     *
     * @throws IOException if the folder cannot be used or the port is taken
     */
    public static EmbeddedStore start(StoreSettings settings) throws IOException {
        return start(settings, StoreFault.none());
    }

    /** Start a store in which things go wrong; otherwise as {@link #start(StoreSettings)}. */
    public static EmbeddedStore start(StoreSettings settings, StoreFault fault) throws IOException {
        Files.createDirectories(settings.folder().resolve(settings.bucket()));
        BlobStore objects =
                new FaultyBlobStore(new DurableBlobStore(settings.folder().toAbsolutePath()), fault);
        var server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:" + settings.port()))
                .awsAuthentication(
                        AuthenticationType.AWS_V4,
                        settings.keys().accessKey(),
                        settings.keys().revealSecretKey())
                .ignoreUnknownHeaders(true)
                .maxSinglePartObjectSize(MAXIMUM_OBJECT_LENGTH)
                .v4MaxNonChunkedRequestSize(MAXIMUM_OBJECT_LENGTH)
                .maximumTimeSkew(MAXIMUM_TIME_SKEW_SECONDS)
                .jettyMaxThreads(THREADS)
                .stopTimeout(GRACE_MILLISECONDS)
                .build();
        await("start", () -> {
            server.start();
            return server;
        });
        return new EmbeddedStore(server, settings.bucket());
    }

    public int port() {
        return server.getPort();
    }

    /** The endpoint as a connection profile and the contract's signer write it, without a slash at its end. */
    public String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    public String bucket() {
        return bucket;
    }

    /** Stops serving; what is being transferred breaks off. Closing twice does nothing. */
    @Override
    public void close() throws IOException {
        await("stop", () -> {
            server.stop();
            return server;
        });
    }

    private static void await(String what, Callable<S3Proxy> change) throws IOException {
        var task = new FutureTask<>(change);
        Thread.ofPlatform().daemon().name("aegle-store-" + what).start(task);
        try {
            task.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the embedded store does not " + what, e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the embedded store does not " + what + " in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted before the store could " + what).initCause(e);
        }
    }
}
