// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import java.nio.file.Path;

/**
 * Where an embedded store keeps its objects and how it is reached.
 *
 * @param folder holds one folder per bucket; made if it is missing
 * @param port of 127.0.0.1; 0 takes a free one, which suits tests only, because signed URLs name the port
 * @param bucket made at the start if it is missing
 */
public record StoreSettings(Path folder, int port, String bucket, StoreKeyPair keys) {}
