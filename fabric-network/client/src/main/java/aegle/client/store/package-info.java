// SPDX-License-Identifier: Apache-2.0

/** The encrypted cloud store, reached through minio-java with URLs that the contract signs. */
@NullMarked
package aegle.client.store;

import org.jspecify.annotations.NullMarked;
