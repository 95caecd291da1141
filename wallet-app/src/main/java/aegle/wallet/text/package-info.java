// SPDX-License-Identifier: Apache-2.0
/** The patient's words for what the network says: permissions as sentences, failures as advice. */
@NullMarked
package aegle.wallet.text;

import org.jspecify.annotations.NullMarked;
