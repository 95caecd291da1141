// SPDX-License-Identifier: Apache-2.0
/** Opening one document and showing it, or saying why not. */
@NullMarked
package aegle.clinician.ui.document;

import org.jspecify.annotations.NullMarked;
