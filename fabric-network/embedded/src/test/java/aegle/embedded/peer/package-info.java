// SPDX-License-Identifier: Apache-2.0
/** Tests of the development peer: the real client on one side, the real contract server on the other. */
@NullMarked
package aegle.embedded.peer;

import org.jspecify.annotations.NullMarked;
