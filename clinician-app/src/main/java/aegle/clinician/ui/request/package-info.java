// SPDX-License-Identifier: Apache-2.0
/** Asking a patient for access, and opening a document that a colleague named. */
@NullMarked
package aegle.clinician.ui.request;

import org.jspecify.annotations.NullMarked;
