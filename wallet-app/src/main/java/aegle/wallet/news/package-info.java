// SPDX-License-Identifier: Apache-2.0
/** What the windows know of the record at this moment, refreshed together. */
@NullMarked
package aegle.wallet.news;

import org.jspecify.annotations.NullMarked;
