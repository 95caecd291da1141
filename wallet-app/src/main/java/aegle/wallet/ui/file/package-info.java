// SPDX-License-Identifier: Apache-2.0
/** The patient's private files, and the dialogs that choose files. */
@NullMarked
package aegle.wallet.ui.file;

import org.jspecify.annotations.NullMarked;
