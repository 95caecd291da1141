// SPDX-License-Identifier: Apache-2.0
/** Drives windows without a screen in the tests of every program; TestFX and Monocle stay behind it. */
@NullMarked
package aegle.desktop.testkit;

import org.jspecify.annotations.NullMarked;
