// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.call.StoreCalls;
import aegle.record.call.StoreCalls.Header;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Signs URLs for one object and method, one for each configured store. A write is bound to its length and checksum, and never
 * replaces an object that is there. Pure: asks no store.
 */
final class StoreSigner {
    private final List<StoreAccess> stores;
    private final Duration validity;

    StoreSigner(List<StoreAccess> stores, Duration validity) {
        this.stores = stores;
        this.validity = validity;
    }

    StoreUrls put(StoredObject object, Instant now) {
        return sign(
                "PUT",
                object.key(),
                List.of(
                        new Header("content-length", Long.toString(object.length())),
                        new Header("if-none-match", "*"),
                        StoreCalls.checksum(object.digest())),
                now);
    }

    StoreUrls get(ObjectKey object, Instant now) {
        return sign("GET", object, List.of(), now);
    }

    StoreUrls head(ObjectKey object, Instant now) {
        return sign("HEAD", object, List.of(), now);
    }

    private StoreUrls sign(String method, ObjectKey object, List<Header> headers, Instant now) {
        List<StoreUrl> urls = stores.stream()
                .map(store -> new StoreUrl(store.id(), method, url(store, method, object, headers, now), headers))
                .toList();
        return new StoreUrls(urls, now.truncatedTo(ChronoUnit.SECONDS).plus(validity));
    }

    private String url(StoreAccess store, String method, ObjectKey object, List<Header> headers, Instant now) {
        String path = "/" + store.bucket() + "/" + object.path();
        return new PresignedUrl(store, method, path, headers).at(now, validity);
    }
}
