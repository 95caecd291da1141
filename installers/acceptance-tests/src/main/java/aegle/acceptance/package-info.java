// SPDX-License-Identifier: Apache-2.0

/** The demo's player, who acts out the main job on both programs' windows, and the scenarios that prove the house. */
@NullMarked
package aegle.acceptance;

import org.jspecify.annotations.NullMarked;
