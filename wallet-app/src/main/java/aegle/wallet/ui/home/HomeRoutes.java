// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.home;

import aegle.wallet.session.AllowedPermission;

/** Where the home screen leads. */
public interface HomeRoutes {
    void allowSomeone();

    void change(AllowedPermission allowed);

    void showThatItIsMe();

    void requests();

    void documentsToConfirm();

    void activity();
}
