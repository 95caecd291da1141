// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import java.time.Instant;

/**
 * When a fact that carries no time of its end came to it: a member her revocation, a record its closing.
 *
 * @param time of the transaction that ended it
 */
public record EndMark(Instant time) {}
