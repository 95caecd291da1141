// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

/**
 * One S3 store and the key that the contract signs with; the key should be allowed to get and to put, and nothing else.
 *
 * @param id the store's name in answers
 * @param endpoint scheme, host and, unless it is the scheme's own, port, exactly as clients dial it: {@code host} is signed
 */
public record StoreAccess(
        String id, String endpoint, String region, String bucket, String accessKey, StoreSecret secret) {
    public StoreAccess {
        if (!endpoint.matches("https?://[^/?#@]+")) {
            throw new IllegalArgumentException("a store's endpoint is scheme, host and port: " + endpoint);
        }
        if (id.isBlank() || region.isBlank() || bucket.isBlank() || accessKey.isBlank()) {
            throw new IllegalArgumentException("a store has an id, a region, a bucket and an access key");
        }
    }

    String host() {
        return endpoint.substring(endpoint.indexOf("://") + 3);
    }
}
