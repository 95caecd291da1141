// SPDX-License-Identifier: Apache-2.0

/** The practice network: peer, contract, membership and two stores in one process, one trust domain, durable on disk. */
@NullMarked
package aegle.embedded;

import org.jspecify.annotations.NullMarked;
