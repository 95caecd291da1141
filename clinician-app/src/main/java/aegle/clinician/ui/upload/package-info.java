// SPDX-License-Identifier: Apache-2.0
/** Adding documents: what is proposed for each file, what is refused, and how far the upload is. */
@NullMarked
package aegle.clinician.ui.upload;

import org.jspecify.annotations.NullMarked;
