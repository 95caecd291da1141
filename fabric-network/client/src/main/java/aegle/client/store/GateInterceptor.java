// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.record.call.StoreCalls.Header;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.metadata.StoredObject;
import aegle.sharing.ConnectionProfile.Store;
import aegle.sharing.RecordStore.Gate;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Asks the contract before each attempt, and sends the request to the URL and with the headers that it signed instead of
 * minio-java's own ({@code docs/outcomes.md}).
 *
 * <p>A URL that does not lead to this store and this object is not followed, whoever signed it.
 */
final class GateInterceptor implements Interceptor {
    private static final Set<String> WRITTEN_BY_THE_CLIENT = Set.of("host", "content-length");

    private final Store store;
    private final StoredObject object;
    private final Gate gate;
    private final CallHandle handle;

    GateInterceptor(Store store, StoredObject object, Gate gate, CallHandle handle) {
        this.store = store;
        this.object = object;
        this.gate = gate;
        this.handle = handle;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        handle.begin(chain.call());
        var asked = chain.request();
        var granted = granted(asked.method());
        handle.moved(0);
        var request = asked.newBuilder().url(leadsHere(granted.url()));
        dropOwnSignature(asked, request);
        for (Header header : granted.headers()) {
            if (!WRITTEN_BY_THE_CLIENT.contains(header.name().toLowerCase(Locale.ROOT))) {
                request.header(header.name(), header.value());
            }
        }
        RequestBody body = asked.body();
        if (body != null) {
            request.method(asked.method(), new MeteredBody(body, handle));
        }
        return chain.proceed(request.build());
    }

    private StoreUrl granted(String method) throws IOException {
        try {
            return gate.urls().urls().stream()
                    .filter(url ->
                            url.store().equals(store.id()) && url.method().equals(method))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the gate knows no store " + store.id()));
        } catch (SharingException e) {
            throw new GateException(e);
        }
    }

    private HttpUrl leadsHere(String signed) throws IOException {
        var endpoint = HttpUrl.parse(store.endpoint());
        var url = HttpUrl.parse(signed);
        String path = "/" + store.bucket() + "/" + object.key().path();
        if (url == null
                || endpoint == null
                || !url.scheme().equals(endpoint.scheme())
                || !url.host().equals(endpoint.host())
                || url.port() != endpoint.port()
                || !url.encodedPath().equals(path)) {
            throw new IOException("the gate's URL does not lead to " + path + " of store " + store.id());
        }
        return url;
    }

    private static void dropOwnSignature(Request asked, Request.Builder request) {
        request.removeHeader("Authorization").removeHeader("Host").removeHeader("Content-MD5");
        for (String name : asked.headers().names()) {
            if (name.toLowerCase(Locale.ROOT).startsWith("x-amz-")) {
                request.removeHeader(name);
            }
        }
    }
}
