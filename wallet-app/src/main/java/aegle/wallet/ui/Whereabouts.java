// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import aegle.record.DocumentId;
import aegle.wallet.ui.allow.AllowProgress;
import java.util.Optional;

/**
 * Where the patient was when the wallet was locked, without a word of her record: what unlocking returns to.
 *
 * @param destination a place of the navigation
 * @param document the one that was open there
 * @param allowing how far she was in allowing somebody of her own accord
 */
record Whereabouts(String destination, Optional<DocumentId> document, Optional<AllowProgress> allowing) {
    static final Whereabouts AT_HOME = new Whereabouts("home", Optional.empty(), Optional.empty());
}
