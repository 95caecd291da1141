// SPDX-License-Identifier: Apache-2.0
/** Shows a PDF inside the program, from memory to the screen and nowhere else; tells what is no readable PDF. */
@NullMarked
package aegle.desktop.viewer;

import org.jspecify.annotations.NullMarked;
