// SPDX-License-Identifier: Apache-2.0

/** The patient's own files: the paper's private data, sealed to PKE_P, for nobody else. */
@NullMarked
package aegle.sharing.privatefile;

import org.jspecify.annotations.NullMarked;
