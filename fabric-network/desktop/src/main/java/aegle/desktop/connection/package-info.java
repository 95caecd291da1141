// SPDX-License-Identifier: Apache-2.0
/** What every window says about the network it is connected to. */
@NullMarked
package aegle.desktop.connection;

import org.jspecify.annotations.NullMarked;
