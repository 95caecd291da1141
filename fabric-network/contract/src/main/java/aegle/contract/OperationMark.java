// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;

/**
 * What became of an operation number: carried out with these arguments, or buried before it came.
 *
 * @param digest of the arguments, and of the caller where she counts
 */
public record OperationMark(Bytes digest, boolean cancelled) {}
