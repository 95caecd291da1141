// SPDX-License-Identifier: Apache-2.0

/** The differential test: generated calls are played on the embedded and on the real network, and a model says what must come out. */
@NullMarked
package aegle.acceptance.differential;

import org.jspecify.annotations.NullMarked;
