// SPDX-License-Identifier: Apache-2.0

/** The contract that is measured: the hospitals' own, which here also answers a call that does nothing, to be measured beside it. */
@NullMarked
package aegle.benchmarks.contract;

import org.jspecify.annotations.NullMarked;
