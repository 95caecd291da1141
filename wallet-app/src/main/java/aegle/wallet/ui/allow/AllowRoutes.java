// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

/** Where allowing leads when it is done. */
public interface AllowRoutes {
    void done();

    void showThatItIsMe();
}
