// SPDX-License-Identifier: Apache-2.0

/** What a network is founded from: keys, configuration files, the channel's first block, the contract's package. */
@NullMarked
package aegle.devnet.material;

import org.jspecify.annotations.NullMarked;
