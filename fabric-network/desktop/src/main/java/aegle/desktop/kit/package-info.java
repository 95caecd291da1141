// SPDX-License-Identifier: Apache-2.0
/** What every window of every participant is made of: background work, shell, notices, texts, theme. */
@NullMarked
package aegle.desktop.kit;

import org.jspecify.annotations.NullMarked;
