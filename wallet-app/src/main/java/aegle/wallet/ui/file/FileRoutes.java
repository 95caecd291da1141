// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import aegle.sharing.privatefile.ListedPrivateFile;

/** Where the list of files leads. */
public interface FileRoutes {
    void view(ListedPrivateFile file);
}
