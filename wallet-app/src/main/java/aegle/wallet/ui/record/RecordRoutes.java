// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.record;

import aegle.wallet.session.HeldDocument;

/** Where the record leads. */
public interface RecordRoutes {
    void open(HeldDocument document);

    void allowSomeone();
}
