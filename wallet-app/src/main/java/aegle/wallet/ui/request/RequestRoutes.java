// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.request;

import aegle.wallet.session.WaitingRequest;

/** Where the requests lead. */
public interface RequestRoutes {
    /** To the one sentence and Allow, with what was asked for. */
    void allowAsAsked(WaitingRequest request);

    /** To choosing what to allow, with what was asked for filled in. */
    void allowLess(WaitingRequest request);

    void showThatItIsMe();
}
