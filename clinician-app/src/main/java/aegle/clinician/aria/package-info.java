// SPDX-License-Identifier: Apache-2.0
/** Documents that an oncology information system has exported: what they say about patient, date and type, and whether that fits a record. */
@NullMarked
package aegle.clinician.aria;

import org.jspecify.annotations.NullMarked;
