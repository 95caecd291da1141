// SPDX-License-Identifier: Apache-2.0

/** An S3 store inside this process: S3Proxy over a folder, reachable from this machine alone. */
@NullMarked
package aegle.embedded.s3;

import org.jspecify.annotations.NullMarked;
