// SPDX-License-Identifier: Apache-2.0
/** Words that several screens share: failures, categories, patients. */
@NullMarked
package aegle.clinician.ui;

import org.jspecify.annotations.NullMarked;
