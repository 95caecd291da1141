// SPDX-License-Identifier: Apache-2.0
/** Invented oncology documents: ARIA-like PDF exports of the HL7 CodeX radiation-therapy cases, and the foreign PDFs that a program must survive. */
@NullMarked
package aegle.acceptance.sample;

import org.jspecify.annotations.NullMarked;
