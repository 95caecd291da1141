// SPDX-License-Identifier: Apache-2.0
/** Invented patients, documents and a desk that stands in for the network. */
@NullMarked
package aegle.clinician.testdata;

import org.jspecify.annotations.NullMarked;
